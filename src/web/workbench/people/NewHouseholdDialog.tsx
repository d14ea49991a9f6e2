import type { PersonPage } from '../../../core/api/people.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { relations, usePeopleChange } from './person-data.ts'

/** A household begins with her; others join it afterwards. */
export function NewHouseholdDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(personCareTexts)
  const change = usePeopleChange()
  const id = useNewId()
  return (
    <FormDialog
      title={t.setUpHousehold}
      submit={t.save}
      onClose={onClose}
      send={(values) =>
        change('POST', '/households', {
          id,
          org: person.org.code,
          address: values.text('address'),
          members: [{ person: person.id, relation: values.text('relation') }],
        })
      }
    >
      <TextField name="address" label={t.householdAddress} maxLength={120} />
      <SelectField
        name="relation"
        label={t.ownRelation}
        required
        options={relations.map((one) => ({ value: one, label: t.relation(one) }))}
      />
    </FormDialog>
  )
}
