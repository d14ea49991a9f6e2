import type { CheckShape, FindingShape } from '../../../core/api/checks.ts'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { checksTexts } from '../texts/checks.ts'
import { useCheckChange } from './check-data.ts'

/** Leaves a finding as it is, and says why. */
export function AnswerDialog({
  check,
  finding,
  onClose,
}: {
  check: CheckShape
  finding: FindingShape
  onClose: () => void
}) {
  const t = useTexts(checksTexts)
  const change = useCheckChange()
  return (
    <FormDialog
      title={t.acceptTitle(finding.text)}
      submit={t.acceptSend}
      onClose={onClose}
      send={(values) =>
        change('POST', `/checks/${check.id}/answers`, { finding: finding.key, reason: values.text('reason') })
      }
    >
      <p>{finding.why[language.use()]}</p>
      <TextField name="reason" label={t.reason} hint={t.reasonHint} required minLength={2} maxLength={300} long />
    </FormDialog>
  )
}

/** Changes the texts and checks them again; answers stay with their sentences. */
export function EditDialog({ check, onClose }: { check: CheckShape; onClose: () => void }) {
  const t = useTexts(checksTexts)
  const change = useCheckChange()
  return (
    <FormDialog
      title={t.editTitle}
      submit={t.editSend}
      onClose={onClose}
      className="check-edit"
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) =>
        change('PUT', `/checks/${check.id}`, {
          revision: check.revision,
          texts: check.texts.map(({ name }, index) => ({ name, text: values.secret(`text-${index}`) })),
        })
      }
    >
      {check.texts.map((one, index) => (
        <FieldRow key={one.name} name={`text-${index}`} label={one.name} required>
          {(given) => (
            <textarea
              className="field-in"
              rows={14}
              name={`text-${index}`}
              required
              maxLength={50_000}
              defaultValue={one.text}
              {...given}
            />
          )}
        </FieldRow>
      ))}
    </FormDialog>
  )
}
