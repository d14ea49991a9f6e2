import { useTexts } from '../kit/i18n.ts'
import { largeType } from '../kit/large-type.ts'
import { shellTexts } from '../kit/texts/shell.ts'
import type { Me } from './data/session.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { MeMenu } from './MeMenu.tsx'
import { Notices } from './Notices.tsx'
import { PostSwitcher } from './PostSwitcher.tsx'

export function TopBar({ me }: { me: Me }) {
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
      <Notices today={me.today} enabled={me.post !== null && me.next === null} />
      <MeMenu me={me} />
    </>
  )
}
