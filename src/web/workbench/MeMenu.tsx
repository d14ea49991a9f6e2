import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AppLink } from '../kit/AppLink.tsx'
import { language, useTexts } from '../kit/i18n.ts'
import { largeType } from '../kit/large-type.ts'
import { Popover } from '../kit/Popover.tsx'
import { shellTexts } from '../kit/texts/shell.ts'
import { type Me, useSignOut } from './data/session.ts'

/** My name: account, language, large type, sign out. */
export function MeMenu({ me }: { me: Me }) {
  const t = useTexts(shellTexts)
  const chosen = language.use()
  const large = largeType.use() === 'on'
  const client = useQueryClient()
  const router = useRouter()
  const signOut = useSignOut()
  const face = (
    <>
      <span className="av" aria-hidden="true">
        {[...me.account.displayName][0]}
      </span>
      <b className="w">{me.account.displayName}</b>
    </>
  )
  const changeLanguage = () => {
    language.set(chosen === 'zh' ? 'en' : 'zh')
    // Labels from the server come in the reader's language too.
    client.invalidateQueries()
  }
  const leave = () => signOut.mutate(undefined, { onSettled: () => router.navigate({ to: '/sign-in' }) })
  return (
    <Popover className="me" face={face} side="end">
      {(close) => (
        <ul>
          <li>
            <AppLink to="/account" onClick={close}>
              {t.account}
              <span className="after">{me.account.name}</span>
            </AppLink>
          </li>
          <li>
            <button type="button" lang={chosen === 'zh' ? 'en' : 'zh-CN'} onClick={changeLanguage}>
              {t.language}
            </button>
          </li>
          <li>
            <button type="button" aria-pressed={large} onClick={() => largeType.set(large ? 'off' : 'on')}>
              {t.largeType}
            </button>
          </li>
          <li>
            <button type="button" onClick={leave}>
              {t.signOut}
            </button>
          </li>
        </ul>
      )}
    </Popover>
  )
}
