import type { AccountRow } from '../../../core/api/accounts.ts'
import { useTexts } from '../../kit/i18n.ts'
import { accountsTexts } from '../texts/accounts.ts'

/** Whether it can be signed in with, and how surely. */
export function AccountMarks({ account }: { account: AccountRow }) {
  const t = useTexts(accountsTexts)
  return (
    <span className="tags">
      {account.disabled && <span className="tag">{t.disabled}</span>}
      {account.locked && <span className="tag">{t.locked}</span>}
      {!account.disabled && !account.locked && <span>{t.fine}</span>}
      <span className="mut sm">{account.hasTotp ? t.hasTotp : t.noTotp}</span>
      {account.demo && <span className="tag line">{t.demo}</span>}
    </span>
  )
}
