import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { hrefOf } from '../kit/AppLink.tsx'
import { ApiRefusal } from '../kit/api.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { language, useTexts } from '../kit/i18n.ts'
import { largeType } from '../kit/large-type.ts'
import { Mark } from '../kit/Mark.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { type DemoAccount, freshDemoAccount, type SignIn, useSignIn } from './data/session.ts'
import { usePageTitle } from './page-title.ts'
import { SignInField } from './SignInField.tsx'
import { signInTexts } from './texts/sign-in.ts'

/** Name and password, then the code of the second step where the post needs one. */
export function SignInPage() {
  const t = useTexts(signInTexts)
  const router = useRouter()
  const search: { to?: unknown } = useSearch({ strict: false })
  const signIn = useSignIn()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [second, setSecond] = useState(false)
  usePageTitle(t.pageTitle)
  const refusal = signIn.error instanceof ApiRefusal ? signIn.error : null
  // Being asked for the code is the next step, not an error.
  const shown = refusal?.code === 'totp-needed' && !refusal.field ? null : signIn.error
  const enter = async (given: SignIn) => {
    try {
      await signIn.mutateAsync(given)
      router.history.replace(hrefOf(innerPath(search.to)))
    } catch (cause) {
      if (!(cause instanceof ApiRefusal) || !cause.code.startsWith('totp-')) return
      setSecond(true)
      setTotp('')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter(second ? { name, password, totp } : { name, password })
  }
  const enterDemo = async (picked: DemoAccount) => {
    const account = await freshDemoAccount(picked).catch(() => picked)
    setName(account.name)
    setPassword(account.password)
    setTotp(account.totp ?? '')
    setSecond(account.totp !== undefined)
    const { name, password, totp } = account
    await enter(totp ? { name, password, totp } : { name, password })
  }
  return (
    <main className="sign">
      <form className="panel sign-box" onSubmit={submit}>
        <Mark size={40} />
        <h1>{t.title}</h1>
        <SignInField label={t.name} autoComplete="username" value={name} onChange={setName} first />
        <SignInField
          label={t.password}
          autoComplete="current-password"
          secret
          value={password}
          onChange={setPassword}
        />
        {second && (
          <SignInField
            label={t.totp}
            hint={t.totpHint}
            autoComplete="one-time-code"
            digits
            value={totp}
            onChange={setTotp}
            first
          />
        )}
        {shown && <ErrorNote error={shown} />}
        <button
          type="submit"
          className="btn pri wide"
          disabled={signIn.isPending || !name || !password || (second && !totp)}
        >
          {signIn.isPending ? t.signingIn : t.signIn}
        </button>
      </form>
      <DemoAccounts onPick={enterDemo} />
      <Choices />
    </main>
  )
}

/** Where to go after signing in: only a path of the workbench, never an address someone put in the link. */
function innerPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to)) return '/'
  const path = to.replace(/^\/workbench(?=\/|$|\?)/, '') || '/'
  return path.startsWith('/sign-in') ? '/' : path
}

function Choices() {
  const t = useTexts(signInTexts)
  const chosen = language.use()
  const large = largeType.use() === 'on'
  return (
    <div className="sign-foot">
      <button
        type="button"
        className="ghost"
        lang={chosen === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => language.set(chosen === 'zh' ? 'en' : 'zh')}
      >
        {t.language}
      </button>
      <button type="button" className="ghost" aria-pressed={large} onClick={() => largeType.set(large ? 'off' : 'on')}>
        {t.largeType}
      </button>
    </div>
  )
}
