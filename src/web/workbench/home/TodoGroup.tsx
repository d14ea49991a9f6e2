import type { Day } from '../../../core/day.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ClockMark } from '../../kit/ClockMark.tsx'
import { DueBadge } from '../../kit/DueBadge.tsx'
import { language } from '../../kit/i18n.ts'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import type { Todo } from '../data/todos.ts'

/** One band of to-dos: late, today, soon, later. */
export function TodoGroup({ title, todos, today }: { title: string; todos: readonly Todo[]; today: Day }) {
  const chosen = language.use()
  if (todos.length === 0) return null
  return (
    <>
      <h3 className="grp">{title}</h3>
      <ul>
        {todos.map((todo) => (
          <li key={todo.id}>
            <span className="kind" title={todo.kindLabel[chosen]}>
              {todo.kindLabel[chosen]}
            </span>
            <div>
              <AppLink to={todo.link}>{todo.title}</AppLink>
              <p>{todo.detail}</p>
            </div>
            {todo.privacy === 'P0' ? <span /> : <PrivacyMark level={todo.privacy} />}
            <ClockMark kind={todo.clockKind} law={todo.law} />
            <DueBadge dueOn={todo.dueOn} dueAt={todo.dueAt} today={today} />
          </li>
        ))}
      </ul>
    </>
  )
}
