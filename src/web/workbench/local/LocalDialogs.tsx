import type { LocalDetail } from '../../../core/api/local-programmes.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { type LocalVersion, useLocalChange } from './local-data.ts'

export interface LocalTask {
  kind: 'submit' | 'agree' | 'send' | 'close'
  local: LocalDetail
  version: LocalVersion
}

/** Hands in, agrees, sends back or closes: one sentence of what follows, and a reason where one is needed. */
export function LocalDialog({ task: { kind, local, version }, onClose }: { task: LocalTask; onClose: () => void }) {
  const t = useTexts(localTexts)
  const change = useLocalChange()
  const { revision } = version
  const path = `/local-programmes/${local.id}`
  const at = `${path}/versions/${version.version}`
  const send = (reason: string) =>
    ({
      submit: () => change('POST', `${at}/submit`, { revision }),
      agree: () => change('POST', `${at}/decide`, { revision, agreed: true }),
      send: () => change('POST', `${at}/decide`, { revision, agreed: false, reason }),
      close: () => change('POST', `${path}/close`, { reason }),
    })[kind]()
  const note = { submit: t.submitNote, agree: t.agreeNote, send: undefined, close: t.closeNote }[kind]
  return (
    <FormDialog
      title={t[kind]}
      submit={t[kind]}
      grave={kind === 'close'}
      onClose={onClose}
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) => send(values.text('reason'))}
    >
      {note && <p>{note}</p>}
      {(kind === 'send' || kind === 'close') && (
        <TextField name="reason" label={t.reason} required minLength={2} maxLength={500} />
      )}
    </FormDialog>
  )
}
