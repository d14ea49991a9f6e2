import { useState } from 'react'
import type { PersonPage } from '../../../core/api/people.ts'
import { momentText } from '../../kit/date-text.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { personCareTexts } from '../texts/person-care.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import { usePeopleChange } from './person-data.ts'

type Consent = PersonPage['consents'][number]

/** What she agreed to, purpose by purpose; withdrawn as easily as given (PIPL art. 15). */
export function Consents({ person }: { person: PersonPage }) {
  const t = useTexts(personCareTexts)
  const change = usePeopleChange()
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<Consent | null>(null)
  if (person.erased && person.consents.length === 0) return null
  const may = person.abilities.includes('consent')
  const end = may && (
    <button type="button" className="btn sml" onClick={() => setGiving(true)}>
      {t.give}
    </button>
  )
  return (
    <Panel title={t.consents} tight end={end}>
      {person.consents.length === 0 && <EmptyState text={t.noConsents} />}
      <ul className="rows">
        {person.consents.map((consent) => (
          <li key={consent.id}>
            <b className={consent.withdrawnAt ? 'mut' : undefined}>{t.purpose(consent.purpose)}</b>
            <span className="mut sm">
              {[t.method(consent.method), consent.recipient, t.givenAt(dayOf(consent.givenAt))]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="end">
              {consent.withdrawnAt && t.withdrawnAt(dayOf(consent.withdrawnAt))}
              {may && !consent.withdrawnAt && (
                <button type="button" className="btn sml" onClick={() => setEnding(consent)}>
                  {t.withdraw}
                  <span className="vh">{t.purpose(consent.purpose)}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {giving && <ConsentDialog person={person} onClose={() => setGiving(false)} />}
      {ending && (
        <FormDialog
          title={t.withdrawTitle(t.purpose(ending.purpose))}
          submit={t.withdraw}
          onClose={() => setEnding(null)}
          send={() => change('POST', `/people/${person.id}/consents/${ending.id}/withdraw`)}
        >
          <p className="form-row">{t.withdrawNote}</p>
        </FormDialog>
      )}
    </Panel>
  )
}

const dayOf = (moment: string) => momentText(moment).slice(0, 10)
