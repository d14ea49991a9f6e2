import type { OrgRef } from '../../../core/api/shared.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { ApiRefusal } from '../../kit/api.ts'
import { refusalFact } from '../../kit/form/refusal-facts.ts'
import { useTexts } from '../../kit/i18n.ts'
import { peopleTexts } from '../texts/people.ts'

interface Candidate {
  id: string | null
  name: string
  birthYear: number | null
  org: OrgRef
}

/** She may be registered already: the keeper of the same number, or people so alike that they must be looked at. */
export function Duplicates({ refusal, onNew }: { refusal: ApiRefusal; onNew: () => void }) {
  if (refusal.code === 'person-exists') return <SameNumber refusal={refusal} />
  if (refusal.code === 'person-similar') return <Similar refusal={refusal} onNew={onNew} />
  return null
}

function SameNumber({ refusal }: { refusal: ApiRefusal }) {
  const t = useTexts(peopleTexts)
  const person = refusalFact(refusal, 'person')
  return (
    <div className="note-box" role="alert">
      <p>
        <b>{refusal.message}</b>
      </p>
      <p>
        {typeof person === 'string' ? <AppLink to={`/people/${person}`}>{t.openExisting}</AppLink> : t.existsHidden}
      </p>
    </div>
  )
}

function Similar({ refusal, onNew }: { refusal: ApiRefusal; onNew: () => void }) {
  const t = useTexts(peopleTexts)
  // The refusal's own fact: the shape is askAboutSimilar's.
  const candidates = (refusalFact(refusal, 'candidates') ?? []) as readonly Candidate[]
  return (
    <div className="note-box" role="alert">
      <p>
        <b>{t.similar}</b>
      </p>
      <p>{t.similarNote}</p>
      <ul className="rows">
        {candidates.map((one, at) => (
          <li key={one.id ?? `hidden-${at}`}>
            {one.id ? (
              <AppLink to={`/people/${one.id}`} target="_blank">
                {one.name}
              </AppLink>
            ) : (
              <span>{one.name}</span>
            )}
            <span className="end">
              {one.birthYear !== null && <span>{t.year(one.birthYear)}</span>}
              <span>{one.org.name}</span>
              {!one.id && <span>{t.notInScope}</span>}
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="btn" onClick={onNew}>
        {t.confirmNew}
      </button>
    </div>
  )
}
