import { useState } from 'react'
import type { OrgPage } from '../../../core/api/orgs.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { useTerms } from './org-data.ts'
import { TermDialog } from './TermDialog.tsx'
import { TermLeft } from './TermLeft.tsx'

/** The term of office and how much of it is left; earlier terms under it. */
export function Terms({ org }: { org: OrgPage }) {
  const t = useTexts(orgsTexts)
  const [adding, setAdding] = useState(false)
  const terms = useTerms(org.code)
  const others = (terms.data?.items ?? []).filter((term) => term.id !== org.term?.id)
  const end = org.abilities.includes('terms') && (
    <button type="button" className="btn sml" onClick={() => setAdding(true)}>
      {t.addTerm}
    </button>
  )
  return (
    <Panel title={t.term} tight end={end}>
      {org.term ? <TermLeft term={org.term} ended={org.ended} /> : <EmptyState text={t.noTerm} />}
      {others.length > 0 && (
        <ul className="rows" aria-label={t.terms}>
          {others.map((term) => (
            <li key={term.id}>
              {t.termNumber(term.number)}
              <span className="end">{t.termDays(term.from, term.to)}</span>
            </li>
          ))}
        </ul>
      )}
      {adding && <TermDialog org={org} onClose={() => setAdding(false)} />}
    </Panel>
  )
}
