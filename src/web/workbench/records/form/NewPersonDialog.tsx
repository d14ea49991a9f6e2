import { type FormEvent, useId, useState } from 'react'
import { v7 } from 'uuid'
import { ageOn } from '../../../../core/day.ts'
import { apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { useMe } from '../../data/session.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { NewPerson, PersonPage } from '../data/people.ts'
import { GuardianRows } from './GuardianRows.tsx'
import { OrgInput } from './OrgInput.tsx'
import { SamePeople, type SamePerson, samePeopleOf } from './SamePeople.tsx'

interface Props {
  /** What was typed into the search: a name, unless it is a number. */
  typed: string
  onDone: (person: string, name: string) => void
  onClose: () => void
}

const genders = ['female', 'male'] as const

/** Registers somebody once: the same number leads to her, similar people are looked at first. */
export function NewPersonDialog({ typed, onDone, onClose }: Props) {
  const t = useTexts(recordFormTexts)
  const marks = useTexts(marksTexts)
  const me = useMe()
  const field = useId()
  const [id] = useState(() => v7())
  const [name, setName] = useState(/\d/.test(typed) ? '' : typed)
  const [gender, setGender] = useState<(typeof genders)[number]>('female')
  const [birthDate, setBirthDate] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [phone, setPhone] = useState('')
  const [org, setOrg] = useState(me.post ? { code: me.post.org.code, name: me.post.org.name } : null)
  const [agreed, setAgreed] = useState(false)
  const [guardian, setGuardian] = useState({ person: '', name: '', signed: false })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [same, setSame] = useState<SamePerson | null>(null)
  const born = birthDate || bornOf(idNumber)
  const child = born !== '' && ageOn(born, me.today) < 14
  const ready = name.trim() !== '' && org !== null && (!child || (guardian.person !== '' && guardian.signed))

  const send = async (confirmedNew: boolean) => {
    if (!org) return
    setBusy(true)
    setError(null)
    const consents: NewPerson['consents'] = child
      ? [{ purpose: 'registration', recipient: '', method: 'guardian-signed' }]
      : agreed
        ? [{ purpose: 'registration', recipient: '', method: 'recorded' }]
        : []
    const body = {
      ...{ id, name: name.trim(), org: org.code, gender, consents, confirmedNew },
      ...(birthDate && { birthDate }),
      ...(idNumber.trim() && { idType: 'citizen-id', idNumber: idNumber.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
      ...(child && { guardian: guardian.person }),
    }
    try {
      const made = await apiSend<PersonPage>('POST', '/people', body)
      onDone(made.id, made.name)
    } catch (cause) {
      const found = samePeopleOf(cause)
      setSame(found)
      setError(found ? null : cause)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !busy) send(false)
  }
  const text = (key: string, label: string, value: string, set: (value: string) => void, more: object = {}) => (
    <div className="form-row">
      <label htmlFor={field + key}>{label}</label>
      <input
        id={field + key}
        className="field-in"
        value={value}
        autoComplete="off"
        onChange={(event) => {
          set(event.target.value)
          setSame(null)
        }}
        {...more}
      />
    </div>
  )
  return (
    <Dialog title={t.newPerson} onClose={onClose}>
      <form onSubmit={submit} autoComplete="off">
        {text('name', t.name, name, setName, { required: true, maxLength: 60 })}
        <fieldset className="form-row">
          <legend>{t.genderLabel}</legend>
          <div className="choices">
            {genders.map((one) => (
              <label key={one}>
                <input type="radio" name={`${field}g`} checked={gender === one} onChange={() => setGender(one)} />
                {t.gender(one)}
              </label>
            ))}
          </div>
        </fieldset>
        {text('born', t.birthDate, birthDate, setBirthDate, { type: 'date', max: me.today })}
        {text('number', t.idNumber, idNumber, setIdNumber, { inputMode: 'text', maxLength: 20 })}
        {text('phone', t.phone, phone, setPhone, { type: 'tel', maxLength: 20 })}
        <div className="form-row">
          <label htmlFor={`${field}org`}>{t.belongsTo}</label>
          <OrgInput id={`${field}org`} value={org} onChange={setOrg} />
        </div>
        {child ? (
          <GuardianRows value={guardian} onChange={setGuardian} />
        ) : (
          <label className="form-row tick">
            <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
            {t.agreed}
          </label>
        )}
        {same && <SamePeople found={same} onPick={onDone} onNew={() => send(true)} />}
        {error !== null && <ErrorNote error={error} />}
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {marks.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={!ready || busy || same?.kind === 'similar'}>
            {t.register}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The birth date inside a citizen number, when it is whole. */
function bornOf(number: string): string {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(number.trim())
  return match ? `${match[1]}-${match[2]}-${match[3]}` : ''
}
