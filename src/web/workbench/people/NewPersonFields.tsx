import { useState } from 'react'
import { readDocumentNumber } from '../../../core/citizen-id.ts'
import { ageOn, isDay } from '../../../core/day.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { PersonField } from '../pick/PersonField.tsx'
import { peopleTexts } from '../texts/people.ts'
import { ConsentBoxes } from './ConsentBoxes.tsx'
import { documents, genders, safeties } from './person-data.ts'

/** PIPL art. 31: under 14 the guardian agrees. */
const childAge = 14

export function NewPersonFields() {
  const t = useTexts(peopleTexts)
  const me = useMe()
  const [kind, setKind] = useState<(typeof documents)[number]>('citizen-id')
  const [number, setNumber] = useState('')
  const [typedBirth, setTypedBirth] = useState('')
  const reading = number ? readDocumentNumber(kind, number, me.today) : null
  const carried = reading?.ok && reading.bornOn ? reading : null
  const born = carried?.bornOn ?? typedBirth
  const child = isDay(born) && ageOn(born, me.today) < childAge
  const says = carried?.bornOn ? t.documentCarries(carried.bornOn, t.genders(carried.sex ?? 'unknown')) : undefined
  return (
    <>
      <h2>{t.who}</h2>
      <div className="form-two">
        <TextField name="name" label={t.name} required maxLength={60} />
        <OrgField name="org" label={t.org} required under={me.post?.org.code} defaultOrg={me.post?.org ?? null} />
        <SelectField
          name="idType"
          label={t.documentType}
          required
          onChange={(value) => setKind(documents.find((one) => one === value) ?? 'citizen-id')}
          options={documents.map((one) => ({ value: one, label: t.documents(one) }))}
        />
        <TextField
          name="idNumber"
          label={t.documentNumber}
          hint={says}
          maxLength={40}
          onChange={(event) => setNumber(event.target.value.trim())}
        />
        <SelectField
          name="gender"
          label={t.gender}
          none={t.none}
          options={genders.map((one) => ({ value: one, label: t.genders(one) }))}
        />
        <TextField
          name="birthDate"
          label={t.birthDate}
          type="date"
          max={me.today}
          onChange={(event) => setTypedBirth(event.target.value)}
        />
        <TextField name="ethnicity" label={t.ethnicity} maxLength={20} />
        {child && <PersonField name="guardian" label={t.guardian} hint={t.guardianHint} required />}
      </div>
      <h2>{t.reach}</h2>
      <div className="form-two">
        <TextField name="phone" label={t.phone} type="tel" maxLength={40} />
        <SelectField
          name="phoneSafe"
          label={t.phoneSafe}
          none={t.none}
          options={safeties.map((one) => ({ value: one, label: t.safe(one) }))}
        />
        <TextField name="address" label={t.address} hint={t.addressHint} maxLength={120} />
      </div>
      <h2>{t.agreed}</h2>
      <ConsentBoxes key={child ? 'child' : 'grown'} child={child} />
    </>
  )
}
