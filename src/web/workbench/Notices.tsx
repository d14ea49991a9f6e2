import type { Day } from '../../core/day.ts'
import { AppLink } from '../kit/AppLink.tsx'
import { DueBadge } from '../kit/DueBadge.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useTexts } from '../kit/i18n.ts'
import { Popover } from '../kit/Popover.tsx'
import { shellTexts } from '../kit/texts/shell.ts'
import type { Todos } from './data/todos.ts'

/** The bell: what is late and what is due today, wherever one is. */
export function Notices({ todos, today }: { todos: Todos | undefined; today: Day }) {
  const t = useTexts(shellTexts)
  const pressing = [...(todos?.overdue ?? []), ...(todos?.today ?? [])]
  const face = (
    <>
      <Icon name="bell" />
      {pressing.length > 0 && <i className="dot" />}
    </>
  )
  const label = pressing.length > 0 ? t.noticesCount(pressing.length) : t.notices
  return (
    <Popover className="ghost sq" label={label} face={face} side="end">
      {(close) => (
        <>
          <p className="g">{pressing.length > 0 ? t.notices : t.noticesNone}</p>
          <ul>
            {pressing.map((todo) => (
              <li key={todo.id}>
                <AppLink to={todo.link} onClick={close}>
                  {todo.title}
                  <span className="after">
                    <DueBadge dueOn={todo.dueOn} today={today} />
                  </span>
                </AppLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Popover>
  )
}
