import { useState } from 'react'
import type { PersonPage } from '../../../core/api/people.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { usePeopleChange } from './person-data.ts'

/** PIPL art. 47. It cannot be undone, so it is asked twice: first why, then whether. */
export function EraseDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(personCareTexts)
  const change = usePeopleChange()
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null) {
    return (
      <Dialog title={t.eraseTitle} onClose={onClose}>
        <Form submit={t.eraseNext} onCancel={onClose} send={async (values) => setReason(values.text('reason'))}>
          <ul className="points">
            <li>{t.eraseGone}</li>
            <li>{t.eraseStays}</li>
            <li>{t.eraseLogged}</li>
          </ul>
          <TextField name="reason" label={t.reason} required minLength={2} maxLength={400} />
        </Form>
      </Dialog>
    )
  }
  return (
    <FormDialog
      key="sure"
      title={t.eraseSure}
      submit={t.erase}
      grave
      onClose={onClose}
      send={() => change('POST', `/people/${person.id}/erase`, { reason })}
    >
      <p className="form-row">{t.eraseSureNote}</p>
      <CheckField name="sure" label={t.eraseTick} required />
    </FormDialog>
  )
}
