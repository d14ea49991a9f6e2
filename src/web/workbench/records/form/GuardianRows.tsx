import { useId } from 'react'
import { useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { lookForPeople } from '../data/people.ts'
import { Pick } from './Pick.tsx'

export interface Guardian {
  person: string
  name: string
  signed: boolean
}

/** Under 14 a guardian is named and has signed (个人信息保护法 第三十一条). */
export function GuardianRows({ value, onChange }: { value: Guardian; onChange: (value: Guardian) => void }) {
  const t = useTexts(recordFormTexts)
  const id = useId()
  return (
    <>
      <div className="form-row">
        <label htmlFor={id}>{t.guardian}</label>
        <Pick
          id={id}
          chosen={value.person === '' ? null : value.name}
          hint={t.personHint}
          source={['people']}
          search={async (text, signal) =>
            (await lookForPeople(text, signal))
              .filter((person) => !person.minor)
              .map((person) => ({ key: person.id, label: person.name, note: person.org.name }))
          }
          onPick={(choice) => onChange({ ...value, person: choice?.key ?? '', name: choice?.label ?? '' })}
        />
        <p className="hint">{t.guardianHelp}</p>
      </div>
      <label className="form-row tick">
        <input
          type="checkbox"
          checked={value.signed}
          onChange={(event) => onChange({ ...value, signed: event.target.checked })}
        />
        {t.guardianSigned}
      </label>
    </>
  )
}
