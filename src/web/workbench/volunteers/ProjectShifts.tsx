import { AppLink } from '../../kit/AppLink.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { RecordView } from '../records/data/shapes.ts'
import { volunteerTexts } from '../texts/volunteers.ts'
import { hoursText, useProjectShifts } from './shift-data.ts'

/** A project at one look: its shifts, how many places are left, who waits for an answer, who is in, how long. */
export function ProjectShifts({ view }: { view: RecordView }) {
  const t = useTexts(volunteerTexts)
  const chosen = language.use()
  const query = useProjectShifts(view.id)
  const planning = view.state === 'recruiting' && view.abilities.actions.length > 0
  const prefilled = new URLSearchParams({ 'with.project': view.id, 'with.project.name': view.title })
  const shifts = query.data?.shifts ?? []
  return (
    <Panel
      tight
      title={t.shifts}
      label={t.shifts}
      end={
        planning && (
          <AppLink className="btn" to={`/records/volunteer-session/new?${prefilled}`}>
            <Icon name="plus" small />
            {t.newShift}
          </AppLink>
        )
      }
    >
      {query.isPending && <LoadingBars rows={2} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && shifts.length === 0 && (
        <p className="empty">{view.state === 'draft' ? t.afterPublish : t.noShifts}</p>
      )}
      {shifts.length > 0 && (
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{t.shifts}</caption>
            <thead>
              <tr>
                <th scope="col">{t.shift}</th>
                <th scope="col">{t.day}</th>
                <th scope="col">{t.hours}</th>
                {[t.places, t.left, t.asking, t.inside, t.minutes].map((head) => (
                  <th key={head} scope="col" className="r">
                    {head}
                  </th>
                ))}
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {shifts.map((shift) => (
                <tr key={shift.id}>
                  <td data-label={t.shift}>
                    <AppLink to={`/records/volunteer-session/${shift.id}`}>
                      {[shift.title, shift.post].filter(Boolean).join(' · ')}
                    </AppLink>
                  </td>
                  <td data-label={t.day}>{shift.on}</td>
                  <td data-label={t.hours}>{hoursText(shift.startsAt, shift.endsAt)}</td>
                  <td className="r" data-label={t.places}>
                    {t.placesOf(shift.accepted, shift.places)}
                  </td>
                  <td className="r" data-label={t.left}>
                    {t.leftOf(shift.places - shift.accepted)}
                  </td>
                  <td className="r" data-label={t.asking}>
                    {t.people(shift.applied + shift.waiting)}
                  </td>
                  <td className="r" data-label={t.inside}>
                    {t.people(shift.inside)}
                  </td>
                  <td className="r" data-label={t.minutes}>
                    {groupDigits(shift.minutes)}
                  </td>
                  <td data-label={t.state}>{shift.stateLabel[chosen]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
