import type { UseQueryResult } from '@tanstack/react-query'
import type { Day } from '../../../core/day.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { countTodos, type Todos } from '../data/todos.ts'
import { homeTexts } from '../texts/home.ts'
import { TodoGroup } from './TodoGroup.tsx'

/** My to-dos, the nearest deadline first. */
export function TodoPanel({ query, today }: { query: UseQueryResult<Todos>; today: Day }) {
  const t = useTexts(homeTexts)
  const todos = query.data
  const later = todos ? todos.later.count - todos.later.items.length : 0
  return (
    <Panel className="todo" title={t.todos}>
      {query.isPending && <LoadingBars rows={7} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {todos && countTodos(todos) === later && <EmptyState text={later === 0 ? t.noTodos : t.noneSoon} />}
      {todos && (
        <>
          <TodoGroup title={t.overdue(todos.overdue.length)} todos={todos.overdue} today={today} />
          <TodoGroup title={t.today(todos.today.length)} todos={todos.today} today={today} />
          <TodoGroup title={t.week(todos.week.length)} todos={todos.week} today={today} />
          <TodoGroup title={t.later(todos.later.items.length)} todos={todos.later.items} today={today} />
        </>
      )}
      {later > 0 && (
        <p className="more">
          {t.laterNote(later)} <AppLink to="/todos">{t.allTodos}</AppLink>
        </p>
      )}
    </Panel>
  )
}
