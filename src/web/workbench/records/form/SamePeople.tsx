import { ApiRefusal } from '../../../kit/api.ts'
import { useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { factsOf } from '../data/refusal-facts.ts'

interface Candidate {
  id: string | null
  name: string
  birthYear: number | null
  gender: 'female' | 'male' | 'unknown'
  org: { name: string }
}

/** Somebody who is, or may be, the one being registered. */
export type SamePerson =
  | { kind: 'exists'; text: string; person: string | null }
  | { kind: 'similar'; text: string; candidates: readonly Candidate[] }

/** Reads the two refusals of a registration that lead to somebody; null for any other. */
export function samePeopleOf(error: unknown): SamePerson | null {
  const text = error instanceof ApiRefusal ? error.message : ''
  const exists = factsOf<{ person: string | null }>(error, 'person-exists')
  if (exists) return { kind: 'exists', text, person: exists.person }
  const similar = factsOf<{ candidates: Candidate[] }>(error, 'person-similar')
  return similar ? { kind: 'similar', text, candidates: similar.candidates } : null
}

interface Props {
  found: SamePerson
  onPick: (person: string, name: string) => void
  onNew: () => void
}

/** Shows who she may be: take that one, or say she is none of them. */
export function SamePeople({ found, onPick, onNew }: Props) {
  const t = useTexts(recordFormTexts)
  if (found.kind === 'exists') {
    const { person } = found
    return (
      <div className="same" role="alert">
        <p>{found.text}</p>
        {person !== null && (
          <button type="button" className="btn" onClick={() => onPick(person, t.thatOne)}>
            {t.useThat}
          </button>
        )}
      </div>
    )
  }
  return (
    <div className="same" role="alert">
      <p>{found.text}</p>
      <ul>
        {found.candidates.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people out of reach have no id, and the list does not move
          <li key={at}>
            <span>
              <b>{one.name}</b>
              {[one.birthYear === null ? null : t.bornIn(one.birthYear), one.org.name].filter(Boolean).join(' · ')}
            </span>
            {one.id !== null && (
              <button type="button" className="btn" onClick={() => onPick(one.id ?? '', one.name)}>
                {t.thatIsHer}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={onNew}>
        {t.noneOfThem}
      </button>
    </div>
  )
}
