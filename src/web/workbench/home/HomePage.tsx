import { formatDay } from '../../../core/day.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { abilityOf } from '../../kit/ability.ts'
import { weekday } from '../../kit/date-text.ts'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { useTodos } from '../data/todos.ts'
import { usePageTitle } from '../page-title.ts'
import { homeTexts } from '../texts/home.ts'
import { CalmNote } from './CalmNote.tsx'
import { ComingDays } from './ComingDays.tsx'
import { HomeFigures } from './HomeFigures.tsx'
import { TodoPanel } from './TodoPanel.tsx'

/** The first page: what I must do by when, my organisation in figures, the coming days. */
export function HomePage() {
  const t = useTexts(homeTexts)
  const me = useMe()
  const chosen = language.use()
  const todos = useTodos()
  usePageTitle(t.pageTitle)
  // The first of the menu is the usual one; it stands last, at the edge, as the page's one primary action.
  const makable = me.menu
    .filter((entry) => abilityOf(entry.abilities, 'create').allowed)
    .slice(0, 3)
    .reverse()
  return (
    <div className="page">
      <div className="hi">
        <h1>{t.greeting(partOfDay(new Date().getHours()), me.account.displayName)}</h1>
        <p>
          {formatDay(me.today, chosen)} {weekday(me.today, chosen)}
          {todos.data && ` · ${t.dueToday(todos.data.today.length)}`}
        </p>
        <div className="act">
          {makable.map((entry, index) => (
            <AppLink
              key={entry.programme}
              className={index === makable.length - 1 ? 'btn pri' : 'btn'}
              to={`/records/${entry.programme}/new`}
            >
              <Icon name="plus" small />
              {t.record(entry.label, entry.kind)}
            </AppLink>
          ))}
        </div>
      </div>
      <div className="home">
        <TodoPanel query={todos} today={me.today} />
        <div className="home-col">
          {me.post && <HomeFigures org={me.post.org.code} today={me.today} />}
          <ComingDays today={me.today} />
          <CalmNote />
        </div>
      </div>
    </div>
  )
}

function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
