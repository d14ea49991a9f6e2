import { useState } from 'react'
import type { PersonPage } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { momentText } from '../../kit/date-text.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { personCareTexts } from '../texts/person-care.ts'
import { usePeopleChange } from './person-data.ts'

/** Entries merged into this one, each of which can be taken apart again. */
export function Merges({ person }: { person: PersonPage }) {
  const t = useTexts(personCareTexts)
  const change = usePeopleChange()
  const [undoing, setUndoing] = useState<string | null>(null)
  if (person.merges.length === 0) return null
  return (
    <Panel title={t.merges} tight>
      <ul className="rows">
        {person.merges.map((merge) => (
          <li key={merge.id}>
            <AppLink to={`/people/${merge.merged}`}>{t.openMerged}</AppLink>
            <span>{merge.reason}</span>
            <span className="end">
              {t.mergedAt(momentText(merge.at).slice(0, 10))}
              {person.abilities.includes('merge') && (
                <button type="button" className="btn sml" onClick={() => setUndoing(merge.id)}>
                  {t.undo}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {undoing && (
        <FormDialog
          title={t.undo}
          submit={t.confirm}
          onClose={() => setUndoing(null)}
          send={() => change('POST', `/people/merges/${undoing}/undo`)}
        >
          <p className="form-row">{t.undoNote}</p>
        </FormDialog>
      )}
    </Panel>
  )
}
