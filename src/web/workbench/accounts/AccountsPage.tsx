import { useState } from 'react'
import type { AccountRow } from '../../../core/api/accounts.ts'
import { apiGet } from '../../kit/api.ts'
import { DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { useOrgChildren } from '../orgs/org-data.ts'
import { usePageTitle } from '../page-title.ts'
import { accountsTexts } from '../texts/accounts.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { useAccountColumns } from './account-columns.tsx'
import type { AccountsAnswer } from './account-data.ts'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { TotpResets } from './TotpResets.tsx'

/** Accounts of one's own subtree: the administrator manages them, auditor and security look. */
export function AccountsPage() {
  const t = useTexts(accountsTexts)
  const me = useMe()
  const [word, setWord] = useState('')
  const [org, setOrg] = useState('')
  const [creating, setCreating] = useState(false)
  const [managed, setManaged] = useState<AccountRow | null>(null)
  const columns = useAccountColumns(setManaged)
  const below = useOrgChildren(me.post?.org.code ?? 0).data?.items ?? []
  usePageTitle(t.pageTitle)
  const administers = me.post?.role === 'administrator'
  const create = administers ? (
    <button type="button" className="btn pri" onClick={() => setCreating(true)}>
      {t.create}
    </button>
  ) : undefined
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">{create}</div>
      </div>
      <TotpResets />
      <DataList
        queryKey={['accounts', 'list']}
        fetchPage={(cursor, signal) =>
          apiGet<AccountsAnswer>('/accounts', { q: word.trim(), org, cursor, limit: 50 }, signal)
        }
        columns={columns}
        rowKey={(account) => account.id}
        caption={t.list}
        search={{ value: word, hint: t.searchHint, onChange: setWord }}
        filters={
          below.length > 0
            ? [
                {
                  key: 'org',
                  label: t.orgFilter,
                  value: org,
                  onChange: setOrg,
                  options: below.map((one) => ({ value: String(one.code), label: one.name })),
                },
              ]
            : []
        }
        empty={{ text: t.empty, action: create }}
      />
      {creating && <NewAccountDialog onClose={() => setCreating(false)} />}
      {managed && <AccountDialog row={managed} onClose={() => setManaged(null)} />}
    </div>
  )
}
