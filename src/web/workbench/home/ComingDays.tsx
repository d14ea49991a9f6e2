import type { Day } from '../../../core/day.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { shortDate, weekday } from '../../kit/date-text.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { type Language, language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useAgenda } from '../data/agenda.ts'
import { homeTexts } from '../texts/home.ts'

/** What my organisation holds in the coming days. */
export function ComingDays({ today }: { today: Day }) {
  const t = useTexts(homeTexts)
  const chosen = language.use()
  const agenda = useAgenda()
  const items = agenda.data?.items ?? []
  return (
    <Panel className="wk" title={t.coming}>
      {agenda.isPending && <LoadingBars rows={3} />}
      {agenda.isError && <ErrorNote error={agenda.error} onAgain={() => agenda.refetch()} />}
      {agenda.isSuccess && items.length === 0 && <EmptyState text={t.noComing} />}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <time dateTime={item.onDate}>{whenText(item.onDate, today, t.comingToday, chosen)}</time>
            <AppLink to={item.link}>{item.title}</AppLink>
            <span>{item.place ?? item.org.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function whenText(on: Day, today: Day, todayWord: string, chosen: Language): string {
  return `${on === today ? todayWord : shortDate(on)} ${weekday(on, chosen)}`
}
