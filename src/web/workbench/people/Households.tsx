import { useState } from 'react'
import type { PersonPage } from '../../../core/api/people.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { personCareTexts } from '../texts/person-care.ts'
import { HouseholdPanel } from './HouseholdPanel.tsx'
import { NewHouseholdDialog } from './NewHouseholdDialog.tsx'

/** The household she lives in; earlier ones under it. */
export function Households({ person }: { person: PersonPage }) {
  const t = useTexts(personCareTexts)
  const [adding, setAdding] = useState(false)
  const may = person.abilities.includes('edit')
  const lives = person.households.some((household) => household.to === null)
  return (
    <>
      {person.households.map((household) => (
        <HouseholdPanel key={household.id} id={household.id} may={may} />
      ))}
      {!lives && !person.erased && (
        <Panel title={t.household}>
          <EmptyState
            text={t.noHousehold}
            action={
              may && (
                <button type="button" className="btn" onClick={() => setAdding(true)}>
                  {t.setUpHousehold}
                </button>
              )
            }
          />
        </Panel>
      )}
      {adding && <NewHouseholdDialog person={person} onClose={() => setAdding(false)} />}
    </>
  )
}
