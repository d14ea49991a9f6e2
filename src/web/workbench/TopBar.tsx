import { useTexts } from '../kit/i18n.ts'
import { largeType } from '../kit/large-type.ts'
import { shellTexts } from '../kit/texts/shell.ts'
import type { Me } from './data/session.ts'
import type { Todos } from './data/todos.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { MeMenu } from './MeMenu.tsx'
import { Notices } from './Notices.tsx'
import { PostSwitcher } from './PostSwitcher.tsx'

export function TopBar({ me, todos }: { me: Me; todos: Todos | undefined }) {
  const t = useTexts(shellTexts)
  const large = largeType.use() === 'on'
  return (
    <>
      <PostSwitcher me={me} />
      {me.post && me.next === null && <GlobalSearch menu={me.menu} />}
      <button
        type="button"
        className="ghost big-type"
        aria-pressed={large}
        onClick={() => largeType.set(large ? 'off' : 'on')}
      >
        {t.largeType}
      </button>
      <Notices todos={todos} today={me.today} />
      <MeMenu me={me} />
    </>
  )
}
