import { useState } from 'react'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { lookForPeople, type PersonRow } from '../data/people.ts'
import { Detached } from './Detached.tsx'
import { NewPersonDialog } from './NewPersonDialog.tsx'
import { useNames } from './names.ts'
import { type Choice, Pick } from './Pick.tsx'

interface Props {
  id: string
  value: string
  onChange: (person: string) => void
  invalid?: boolean
  describedBy?: string
  /** Already chosen elsewhere in the same list. */
  except?: readonly string[]
}

/** One person of the registry: looked for by name, phone or number; somebody new is registered on the spot. */
export function PersonInput({ id, value, onChange, invalid, describedBy, except = [] }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const { nameOf, learn } = useNames()
  const [fresh, setFresh] = useState<string | null>(null)
  const pick = (person: string, name: string) => {
    learn(person, name)
    onChange(person)
  }
  const asChoice = (person: PersonRow): Choice => ({
    key: person.id,
    label: person.name,
    note: [
      person.birthYear === null ? null : t.bornIn(person.birthYear),
      person.gender === 'unknown' ? null : t.gender(person.gender),
      person.phone,
      person.org.name,
    ]
      .filter(Boolean)
      .join(' · '),
  })
  return (
    <>
      <Pick
        id={id}
        chosen={value === '' ? null : (nameOf(value) ?? t.someone)}
        hint={t.personHint}
        source={['people', chosen]}
        search={async (text, signal) =>
          (await lookForPeople(text, signal)).filter((person) => !except.includes(person.id)).map(asChoice)
        }
        onPick={(choice) => (choice ? pick(choice.key, choice.label) : onChange(''))}
        otherwise={{ label: t.registerNew, onPress: setFresh }}
        invalid={invalid}
        describedBy={describedBy}
      />
      {fresh !== null && (
        <Detached>
          <NewPersonDialog
            typed={fresh}
            onClose={() => setFresh(null)}
            onDone={(person, name) => {
              setFresh(null)
              pick(person, name)
            }}
          />
        </Detached>
      )}
    </>
  )
}
