import { Outlet, useLocation, useMatch } from '@tanstack/react-router'
import { language, useTexts } from '../kit/i18n.ts'
import { Shell } from '../kit/Shell.tsx'
import { shellTexts } from '../kit/texts/shell.ts'
import { useMe } from './data/session.ts'
import { countTodos, useTodos } from './data/todos.ts'
import { menuGroups } from './menu-groups.ts'
import { NextStep } from './NextStep.tsx'
import { TopBar } from './TopBar.tsx'
import { frameTexts } from './texts/frame.ts'
import { pagesTexts } from './texts/pages.ts'

/** The frame around every page behind the sign-in. */
export function Frame() {
  const me = useMe()
  const path = useLocation({ select: (location) => location.pathname })
  // The match, not the address: on the way there the page one leaves must not be drawn.
  const account = useMatch({ from: '/frame/account', shouldThrow: false })
  const todos = useTodos(me.post !== null)
  const t = useTexts(shellTexts)
  const pages = useTexts(pagesTexts)
  const words = useTexts(frameTexts)
  const ready = me.post !== null && me.next === null
  const groups = menuGroups(me, countTodos(todos.data), t, pages, language.use())
  return (
    <Shell groups={groups} path={path} footnote={me.demo ? words.demo : null} top={<TopBar me={me} />}>
      {ready || account ? <Outlet /> : <NextStep me={me} />}
    </Shell>
  )
}
