import { weekdays } from '../../../programmes/family-education/place-fields.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import type { RecordView } from '../records/data/shapes.ts'
import { familyTexts } from '../texts/family.ts'
import { plaqueName, useMinimumOf } from './minimum-data.ts'

interface Duty {
  readonly day: keyof typeof weekdays
  readonly hours: string
  readonly who: string
}

/** What a place of family education shows of itself besides its record: who is on duty, and how it stands to its minimum. */
export function PlacePanels({ view }: { view: RecordView }) {
  return (
    <>
      <Roster duties={(view.answers.roster ?? []) as readonly Duty[]} />
      {view.state === 'open' && <Progress place={view.id} />}
    </>
  )
}

/** The week as it hangs on the door, from Monday on. */
function Roster({ duties }: { duties: readonly Duty[] }) {
  const t = useTexts(familyTexts)
  const chosen = language.use()
  const days = Object.keys(weekdays)
  const week = duties.toSorted((a, b) => days.indexOf(a.day) - days.indexOf(b.day) || (a.hours < b.hours ? -1 : 1))
  return (
    <Panel tight title={t.roster} end={<span className="mut sm">{t.rosterNote}</span>} label={t.roster}>
      {week.length === 0 ? (
        <p className="empty">{t.noRoster}</p>
      ) : (
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{t.roster}</caption>
            <thead>
              <tr>
                <th scope="col">{t.day}</th>
                <th scope="col">{t.hours}</th>
                <th scope="col">{t.who}</th>
              </tr>
            </thead>
            <tbody>
              {week.map(({ day, hours, who }) => (
                <tr key={`${day} ${hours} ${who}`}>
                  <td data-label={t.day}>{weekdays[day]?.[chosen]}</td>
                  <td data-label={t.hours}>{hours}</td>
                  <td data-label={t.who}>{who}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function Progress({ place }: { place: string }) {
  const t = useTexts(familyTexts)
  const chosen = language.use()
  const query = useMinimumOf(place)
  return (
    <Panel
      tight
      title={t.progress}
      label={t.progress}
      end={
        <AppLink className="sm" to="/family-minimum">
          {t.all}
        </AppLink>
      }
    >
      {query.isPending && <LoadingBars rows={1} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.data?.items.length === 0 && <p className="empty">{t.noMinimum}</p>}
      {query.data && query.data.items.length > 0 && (
        <dl className="says">
          {query.data.items.map((item) => (
            <div key={item.plaque}>
              <dt>{plaqueName(item.plaque, chosen)}</dt>
              <dd>
                {t.doneOf(item.done, item.least)} · {t.stand(item.stands)}
                {item.waiting > 0 && ` · ${t.waiting} ${t.sessions(item.waiting)}`}
              </dd>
              <dd className="mut">
                {t.until} {item.to}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}
