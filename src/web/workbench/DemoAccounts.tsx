import { useTexts } from '../kit/i18n.ts'
import { type DemoAccount, useDemoAccounts } from './data/session.ts'
import { signInTexts } from './texts/sign-in.ts'

/** Accounts to try the house with, one press to sign in. Nothing in a real installation. */
export function DemoAccounts({ onPick }: { onPick: (account: DemoAccount) => void }) {
  const t = useTexts(signInTexts)
  const accounts = useDemoAccounts().data?.items ?? []
  if (accounts.length === 0) return null
  return (
    <div className="panel pop-list sign-demo">
      <p className="g">{t.demo}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.name}>
            <button type="button" onClick={() => onPick(account)}>
              {account.orgName} · {account.roleLabel}
              <span className="after">{account.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
