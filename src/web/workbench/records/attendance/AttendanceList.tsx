import { useState } from 'react'
import type { listAttendance } from '../../../../core/api/attendance.ts'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import { apiGet } from '../../../kit/api.ts'
import { momentText } from '../../../kit/date-text.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { MoreButton } from '../../../kit/MoreButton.tsx'
import { PurposeDialog } from '../../../kit/PurposeDialog.tsx'
import { usePages } from '../../../kit/use-pages.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import { volunteerTexts } from '../../texts/volunteers.ts'
import { SettleDialog } from '../../volunteers/SettleDialog.tsx'
import { hoursText } from '../../volunteers/shift-data.ts'
import { openFields, recordPath } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'
import { useAttend } from './use-attend.ts'

type AttendancePage = ResponseOf<typeof listAttendance>

/** The list of those who came, names masked; all of them open at once, with a purpose. */
export function AttendanceList({ view, timed }: { view: RecordView; timed: boolean }) {
  const t = useTexts(attendanceTexts)
  const shift = useTexts(volunteerTexts)
  const [settling, setSettling] = useState<string | null>(null)
  const { query, rows } = usePages<AttendancePage['items'][number], AttendancePage>(
    ['attendance', view.programme, view.id],
    (cursor, signal) =>
      apiGet<AttendancePage>(`${recordPath(view.programme, view.id)}/attendance`, { cursor, limit: 50 }, signal),
  )
  const { attend, busy, error } = useAttend(view)
  const [asking, setAsking] = useState(false)
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const [refused, setRefused] = useState<unknown>(null)
  const open = async (purpose: string) => {
    setAsking(false)
    try {
      const { persons } = await openFields(view, ['attendance'], purpose)
      setNames(new Map(persons.map(({ id, name }) => [id, name])))
    } catch (cause) {
      setRefused(cause)
    }
  }
  if (query.isPending) return <LoadingBars rows={3} />
  if (query.isError) return <ErrorNote error={query.error} onAgain={() => query.refetch()} />
  if (rows.length === 0) return <p className="empty">{t.nobodyYet}</p>
  if (!view.abilities.open && !view.abilities.attend && rows.every(({ name }) => name === null))
    return <p className="empty">{t.onlyCounted}</p>
  return (
    <>
      <div className="list-scroll">
        <table className="list">
          <caption className="vh">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t.name}
                {view.abilities.open && (
                  <button
                    type="button"
                    className="show"
                    aria-label={names.size > 0 ? t.hideNames : t.showNames}
                    title={names.size > 0 ? t.hideNames : t.showNames}
                    onClick={() => (names.size > 0 ? setNames(new Map()) : setAsking(true))}
                  >
                    <Icon name={names.size > 0 ? 'eye-off' : 'eye'} small />
                  </button>
                )}
              </th>
              <th scope="col">{t.method}</th>
              {timed && (
                <th scope="col" className="r">
                  {t.minutesShort}
                </th>
              )}
              <th scope="col">{t.at}</th>
              {view.abilities.attend && (
                <th scope="col">
                  <span className="vh">{t.takeOffHead}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = names.get(row.person) ?? row.name ?? t.unseen
              return (
                <tr key={row.id}>
                  <td data-label={t.name}>{name}</td>
                  <td data-label={t.method}>{t.methods(row.method)}</td>
                  {timed && (
                    <td className="r" data-label={t.minutesShort}>
                      {row.minutes ?? '—'}
                    </td>
                  )}
                  <td data-label={t.at}>
                    {row.signedIn && row.signedOut ? hoursText(row.signedIn, row.signedOut) : momentText(row.at)}
                  </td>
                  {view.abilities.attend && (
                    <td className="r">
                      {timed && (
                        <button
                          type="button"
                          className="btn txt"
                          aria-label={shift.settleOne(name)}
                          onClick={() => setSettling(row.person)}
                        >
                          {shift.settle}
                        </button>
                      )}
                      <button
                        type="button"
                        className="btn txt"
                        disabled={busy}
                        aria-label={t.takeOffOne(name)}
                        onClick={() => attend({ remove: [row.person] })}
                      >
                        {t.takeOff}
                      </button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <MoreButton query={query} />
      {(error !== null || refused !== null) && <ErrorNote error={error ?? refused} />}
      {settling !== null && (
        <SettleDialog
          view={view}
          person={settling}
          name={names.get(settling) ?? rows.find(({ person }) => person === settling)?.name ?? t.unseen}
          minutes={rows.find(({ person }) => person === settling)?.minutes ?? null}
          onClose={() => setSettling(null)}
        />
      )}
      {asking && <PurposeDialog onGive={open} onClose={() => setAsking(false)} />}
    </>
  )
}
