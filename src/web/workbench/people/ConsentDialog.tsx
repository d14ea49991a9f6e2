import type { PersonPage } from '../../../core/api/people.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { methods, purposes, usePeopleChange } from './person-data.ts'

export function ConsentDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(personCareTexts)
  const change = usePeopleChange()
  const id = useNewId()
  return (
    <FormDialog
      title={t.give}
      submit={t.save}
      onClose={onClose}
      send={(values) =>
        change('POST', `/people/${person.id}/consents`, {
          id,
          purpose: values.text('purpose'),
          method: values.text('method'),
          recipient: values.text('recipient'),
        })
      }
    >
      <SelectField
        name="purpose"
        label={t.purposeOf}
        required
        options={purposes.map((one) => ({ value: one, label: t.purpose(one) }))}
      />
      <SelectField
        name="method"
        label={t.methodOf}
        required
        defaultValue={person.minor ? 'guardian-signed' : 'signed'}
        options={methods.map((one) => ({ value: one, label: t.method(one) }))}
      />
      <TextField name="recipient" label={t.recipient} hint={t.recipientHint} maxLength={60} />
    </FormDialog>
  )
}
