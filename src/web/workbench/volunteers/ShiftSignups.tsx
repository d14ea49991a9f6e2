import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiSend } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useActionId } from '../records/data/action-id.ts'
import { recordPath } from '../records/data/records.ts'
import type { RecordView } from '../records/data/shapes.ts'
import { volunteerTexts } from '../texts/volunteers.ts'
import { AddSignup } from './AddSignup.tsx'
import { type ShiftPeople, useShiftPeople } from './shift-data.ts'

type Person = ShiftPeople['people'][number]

/** Who signed up for a shift and what stands in the way: answered here, with one press where nothing does. */
export function ShiftSignups({ view }: { view: RecordView }) {
  const t = useTexts(volunteerTexts)
  const query = useShiftPeople(view.id)
  const shift = query.data
  const keeps = view.abilities.actions.length > 0
  return (
    <Panel tight title={t.signups} label={t.signups}>
      {query.isPending && <LoadingBars rows={3} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {shift && (
        <>
          <dl className="came">
            {(
              [
                [t.places, t.people(shift.places)],
                [t.accepted, t.people(shift.accepted)],
                [t.left, t.leftOf(shift.places - shift.accepted)],
                [t.asking, t.people(shift.applied)],
                [t.waiting, t.people(shift.waiting)],
              ] as const
            ).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {shift.withChildren && <p className="note-box vol-note">{t.withChildren}</p>}
          {view.state === 'planned' && <p className="empty">{t.notOpen}</p>}
          {view.state === 'open' && keeps && <AddSignup shift={view.id} org={view.org.code} />}
          {shift.people.length > 0 ? (
            <People shift={shift} keeps={keeps && (view.state === 'open' || view.state === 'running')} />
          ) : (
            view.state === 'open' && <p className="empty">{t.noSignups}</p>
          )}
        </>
      )}
    </Panel>
  )
}

function People({ shift, keeps }: { shift: ShiftPeople; keeps: boolean }) {
  const t = useTexts(volunteerTexts)
  const client = useQueryClient()
  const actionId = useActionId()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const act = async (person: Person, action: 'accept' | 'wait') => {
    if (busy) return
    setBusy(true)
    setError(null)
    const content = { revision: person.revision, answers: {} }
    try {
      const path = `${recordPath('volunteer-signup', person.id)}/actions/${action}`
      await apiSend('POST', path, { actionId: actionId({ id: person.id, action, ...content }), ...content })
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: ['records'] })
    }
  }
  const unmet = (person: Person) =>
    [
      !person.registered && t.unregistered,
      shift.withChildren && !person.checked && t.unchecked,
      !person.trained && t.untrained,
      person.busy && person.state !== 'accepted' && t.busy,
    ].filter((said): said is string => said !== false)
  return (
    <>
      <div className="list-scroll">
        <table className="list">
          <caption className="vh">{t.signups}</caption>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.state}</th>
              <th scope="col">{t.stands}</th>
              <th scope="col">{t.answer}</th>
            </tr>
          </thead>
          <tbody>
            {shift.people.map((person) => {
              const name = person.name ?? t.unseen
              const wanting = unmet(person)
              return (
                <tr key={person.id}>
                  <td data-label={t.name}>{name}</td>
                  <td data-label={t.state}>{t.signupState(person.state)}</td>
                  <td data-label={t.stands}>{wanting.length > 0 ? wanting.join(' · ') : t.fine}</td>
                  <td data-label={t.answer}>
                    <span className="sec-acts">
                      {keeps && person.state !== 'accepted' && (
                        <button
                          type="button"
                          className="btn"
                          disabled={busy}
                          aria-label={t.acceptOne(name)}
                          onClick={() => act(person, 'accept')}
                        >
                          {t.accept}
                        </button>
                      )}
                      {keeps && person.state === 'applied' && shift.accepted >= shift.places && (
                        <button
                          type="button"
                          className="btn"
                          disabled={busy}
                          aria-label={t.waitOne(name)}
                          onClick={() => act(person, 'wait')}
                        >
                          {t.wait}
                        </button>
                      )}
                      <AppLink
                        className="btn txt"
                        to={recordPath('volunteer-signup', person.id)}
                        aria-label={t.openOne(name)}
                      >
                        {t.open}
                      </AppLink>
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {error !== null && <ErrorNote error={error} />}
    </>
  )
}
