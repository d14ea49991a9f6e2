import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { PersonField } from '../pick/PersonField.tsx'
import { personCareTexts } from '../texts/person-care.ts'
import { relations, usePeopleChange } from './person-data.ts'

export function JoinDialog({ household, onClose }: { household: string; onClose: () => void }) {
  const t = useTexts(personCareTexts)
  const { today } = useMe()
  const change = usePeopleChange()
  return (
    <FormDialog
      title={t.joinMember}
      submit={t.save}
      onClose={onClose}
      send={(values) =>
        change('POST', `/households/${household}/members`, {
          person: values.text('person'),
          relation: values.text('relation'),
          ...(values.text('from') ? { from: values.text('from') } : {}),
        })
      }
    >
      <PersonField name="person" label={t.person} required />
      <SelectField
        name="relation"
        label={t.relationOf}
        required
        defaultValue="child"
        options={relations.map((one) => ({ value: one, label: t.relation(one) }))}
      />
      <TextField name="from" label={t.since} type="date" max={today} />
    </FormDialog>
  )
}
