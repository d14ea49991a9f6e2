import { Icon } from '../kit/Icon.tsx'
import { useTexts } from '../kit/i18n.ts'
import { Popover } from '../kit/Popover.tsx'
import { shellTexts } from '../kit/texts/shell.ts'
import type { Me } from './data/session.ts'
import { PostChoice } from './PostChoice.tsx'

/** The post one acts under, and the others one holds. */
export function PostSwitcher({ me }: { me: Me }) {
  const t = useTexts(shellTexts)
  const face = (
    <>
      <Icon name="key" />
      <span>{me.post ? `${me.post.org.name} · ${me.post.roleLabel}` : t.noPost}</span>
      <Icon name="down" />
    </>
  )
  return (
    <Popover className="post" face={face}>
      {(close) => <PostChoice me={me} onDone={close} />}
    </Popover>
  )
}
