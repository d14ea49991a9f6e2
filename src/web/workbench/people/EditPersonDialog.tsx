import type { PersonPage } from '../../../core/api/people.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import type { FormValues } from '../../kit/form/form-values.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { PersonField } from '../pick/PersonField.tsx'
import { peopleTexts } from '../texts/people.ts'
import { documents, genders, safeties, usePeopleChange } from './person-data.ts'

/** Changes her entry. Masked values are not filled in: an empty field leaves them as they are. */
export function EditPersonDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(peopleTexts)
  const me = useMe()
  const change = usePeopleChange()
  return (
    <FormDialog
      className="roomy"
      title={t.edit}
      submit={t.save}
      onClose={onClose}
      explain={(refusal) => refusal.code === 'stale-edit' && <p className="note-box">{t.stale}</p>}
      send={(values) => change('PATCH', `/people/${person.id}`, editOf(person, values))}
    >
      <p className="mut sm">{t.editNote}</p>
      <div className="form-two">
        <TextField name="name" label={t.name} maxLength={60} defaultValue={person.named ? person.name : ''} />
        <SelectField
          name="gender"
          label={t.gender}
          defaultValue={person.gender}
          options={genders.map((one) => ({ value: one, label: t.genders(one) }))}
        />
        <TextField
          name="birthDate"
          label={t.birthDate}
          type="date"
          max={me.today}
          defaultValue={person.birthDate ?? ''}
        />
        <TextField name="ethnicity" label={t.ethnicity} maxLength={20} defaultValue={person.ethnicity ?? ''} />
        <SelectField
          name="idType"
          label={t.documentType}
          defaultValue={person.idType ?? 'citizen-id'}
          options={documents.map((one) => ({ value: one, label: t.documents(one) }))}
        />
        <TextField name="idNumber" label={t.documentNumber} placeholder={person.idNumber ?? ''} maxLength={40} />
        <TextField name="phone" label={t.phone} type="tel" placeholder={person.phone ?? ''} maxLength={40} />
        <SelectField
          name="phoneSafe"
          label={t.phoneSafe}
          defaultValue={person.phoneSafe}
          options={safeties.map((one) => ({ value: one, label: t.safe(one) }))}
        />
        <TextField name="address" label={t.address} placeholder={person.address ?? ''} maxLength={120} />
        <OrgField name="org" label={t.org} under={me.post?.org.code} defaultOrg={person.org} />
        {person.minor && <PersonField name="guardian" label={t.guardian} except={person.id} />}
      </div>
    </FormDialog>
  )
}

/** Only what was changed is sent. */
function editOf(person: PersonPage, values: FormValues): Record<string, unknown> {
  const names = ['name', 'gender', 'birthDate', 'ethnicity', 'phone', 'phoneSafe', 'address', 'guardian'] as const
  const changed = names
    .map((name) => [name, values.text(name)] as const)
    .filter(([name, text]) => text !== '' && text !== person[name])
  const number = values.text('idNumber')
  const org = values.number('org')
  return {
    revision: person.revision,
    ...Object.fromEntries(changed),
    ...(number ? { idNumber: number, idType: values.text('idType') } : {}),
    ...(org && org !== person.org.code ? { org } : {}),
  }
}
