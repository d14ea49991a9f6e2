import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { meTexts } from '../texts/me.ts'
import { LookPanel } from './LookPanel.tsx'
import { MyPosts } from './MyPosts.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'
import { TotpPanel } from './TotpPanel.tsx'

/** My account. What must be done before work, a first password or the second step, stands alone at the top. */
export function MyAccountPage() {
  const t = useTexts(meTexts)
  const me = useMe()
  usePageTitle(t.pageTitle)
  const forced = me.next === 'password' || me.next === 'totp'
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <span className="mut">
          {me.account.displayName} · {me.account.name}
        </span>
      </div>
      <div className="two-cols">
        {me.next !== 'totp' && <PasswordPanel me={me} />}
        {me.next !== 'password' && <TotpPanel me={me} />}
        {!forced && <MyPosts me={me} />}
        {!forced && <SessionsPanel />}
        <LookPanel />
      </div>
    </div>
  )
}
