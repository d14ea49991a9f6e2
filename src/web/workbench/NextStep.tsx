import { AppLink } from '../kit/AppLink.tsx'
import { useTexts } from '../kit/i18n.ts'
import type { Me } from './data/session.ts'
import { PostChoice } from './PostChoice.tsx'
import { frameTexts } from './texts/frame.ts'

/** What stands between signing in and the work: a first password to change, a second step to set up, a post to choose. */
export function NextStep({ me }: { me: Me }) {
  const t = useTexts(frameTexts)
  if (me.next === 'password' || me.next === 'totp') {
    return (
      <div className="nothing">
        <h1>{me.next === 'password' ? t.passwordFirst : t.totpFirst}</h1>
        <p>{me.next === 'password' ? t.passwordNote : t.totpNote}</p>
        <AppLink className="btn pri" to="/account">
          {t.toAccount}
        </AppLink>
      </div>
    )
  }
  return (
    <div className="nothing">
      <h1>{t.choosePost}</h1>
      <div className="panel pop-list">
        {me.posts.length > 0 ? <PostChoice me={me} onDone={() => {}} /> : <p>{t.noPosts}</p>}
      </div>
    </div>
  )
}
