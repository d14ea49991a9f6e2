import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { useTodos } from '../data/todos.ts'
import { usePageTitle } from '../page-title.ts'
import { homeTexts } from '../texts/home.ts'
import { TodoPanel } from './TodoPanel.tsx'

/** All my to-dos. */
export function TodosPage() {
  const t = useTexts(homeTexts)
  const me = useMe()
  usePageTitle(`${t.todos} · ${t.pageTitle}`)
  return (
    <div className="page">
      <h1 className="vh">{t.todos}</h1>
      <TodoPanel query={useTodos(true, true)} today={me.today} />
    </div>
  )
}
