import type { AccountRow } from '../../../core/api/accounts.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { Column } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { accountsTexts } from '../texts/accounts.ts'
import { AccountMarks } from './AccountMarks.tsx'

/** How an account stands in the list. */
export function useAccountColumns(onManage: (account: AccountRow) => void): readonly Column<AccountRow>[] {
  const t = useTexts(accountsTexts)
  const me = useMe()
  return [
    {
      key: 'person',
      title: t.person,
      render: (account) => (
        <span className="tags">
          <b>{account.displayName}</b>
          <span className="mut sm">{account.name}</span>
        </span>
      ),
    },
    { key: 'org', title: t.org, render: (account) => account.home.name },
    {
      key: 'posts',
      title: t.posts,
      render: (account) => (
        <span className="tags">
          {account.posts.length === 0 && <span className="mut">{t.noPosts}</span>}
          {account.posts.map((post) => (
            <span key={post.id} className="tag line">
              {post.org.code === account.home.code ? post.roleLabel : t.post(post.roleLabel, post.org.name)}
            </span>
          ))}
        </span>
      ),
    },
    { key: 'state', title: t.state, render: (account) => <AccountMarks account={account} /> },
    {
      key: 'manage',
      title: '',
      right: true,
      render: (account) => (
        <span className="tags">
          {(account.abilities.givePost || account.abilities.manage) && (
            <button type="button" className="btn sml" onClick={() => onManage(account)}>
              {t.manage}
              <span className="vh">{account.displayName}</span>
            </button>
          )}
          {me.post?.role === 'administrator' && account.id === me.account.id && (
            <span className="mut sm">{t.notYours}</span>
          )}
          {me.abilities.audit && <AppLink to={`/audit?account=${account.id}`}>{t.audit}</AppLink>}
        </span>
      ),
    },
  ]
}
