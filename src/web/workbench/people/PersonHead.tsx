import type { PersonPage } from '../../../core/api/people.ts'
import { useTexts } from '../../kit/i18n.ts'
import { MaskedValue } from '../../kit/MaskedValue.tsx'
import { peopleTexts } from '../texts/people.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { openField } from './person-data.ts'
import type { PersonTask } from './person-task.ts'

/** Her name, whole or masked, and what this post may do with her entry. */
export function PersonHead({ person, onTask }: { person: PersonPage; onTask: (task: PersonTask) => void }) {
  const t = useTexts(peopleTexts)
  const care = useTexts(personCareTexts)
  const may = (ability: PersonPage['abilities'][number]) => person.abilities.includes(ability)
  const words: readonly [PersonTask, string][] = [
    ['edit', t.edit],
    ['protect', person.protected ? t.unprotect : t.protect],
    ['merge', care.merge],
    ['erase', care.erase],
  ]
  return (
    <div className="head">
      <h1>
        {person.erased && t.erased}
        {!person.erased && person.named && person.name}
        {!person.erased && !person.named && (
          <MaskedValue
            masked={person.name}
            {...(may('open') ? { reveal: (purpose: string) => openField(person.id, 'name', purpose) } : {})}
          />
        )}
      </h1>
      {person.minor && !person.erased && <span className="tag">{t.minor}</span>}
      {person.protected && !person.erased && <span className="tag">{t.protected}</span>}
      <div className="act">
        {words.map(
          ([task, word]) =>
            may(task) && (
              <button key={task} type="button" className="btn" onClick={() => onTask(task)}>
                {word}
              </button>
            ),
        )}
      </div>
    </div>
  )
}
