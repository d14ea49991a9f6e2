import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundItem, listFunds } from '../../../core/api/funds.ts'
import { fundSources } from '../../../core/fund-words.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { fundsTexts } from '../texts/funds.ts'
import { FundDialog } from './FundDialog.tsx'
import { FundTabs } from './FundTabs.tsx'
import { yuan } from './yuan.ts'

/** Funds of one's own subtree with what is left in them. */
export function FundsPage() {
  const t = useTexts(fundsTexts)
  const me = useMe()
  const [adding, setAdding] = useState(false)
  usePageTitle(t.pageTitle)
  const add = me.post?.role === 'finance' && (
    <button type="button" className="btn pri" onClick={() => setAdding(true)}>
      {t.add}
    </button>
  )
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">{add}</div>
      </div>
      <FundTabs here="/funds" />
      <DataList<FundItem>
        queryKey={['funds', 'list']}
        fetchPage={(cursor, signal) => apiGet<ResponseOf<typeof listFunds>>('/funds', { cursor, limit: 50 }, signal)}
        columns={useColumns()}
        rowKey={(fund) => fund.id}
        caption={t.title}
        empty={{ text: t.empty, action: add }}
      />
      {adding && <FundDialog fund={null} onClose={() => setAdding(false)} />}
    </div>
  )
}

function useColumns(): readonly Column<FundItem>[] {
  const t = useTexts(fundsTexts)
  const chosen = language.use()
  const money = (
    key: string,
    title: string,
    of: (balance: NonNullable<FundItem['balance']>) => number,
  ): Column<FundItem> => ({
    key,
    title: `${title}（${t.yuan}）`,
    right: true,
    render: (fund) => (fund.balance ? yuan(of(fund.balance)) : '—'),
  })
  return [
    {
      key: 'name',
      title: t.name,
      render: (fund) => (
        <span className="tags">
          <AppLink to={`/funds/${fund.id}`}>{fund.name}</AppLink>
          <span className="mut sm">{fund.code}</span>
          {fund.ended && <span className="tag line">{t.ended}</span>}
        </span>
      ),
    },
    { key: 'org', title: t.org, render: (fund) => fund.org.name },
    { key: 'source', title: t.source, render: (fund) => fundSources[fund.source][chosen] },
    money('cash', t.balance, (balance) => balance.cash),
    money('promised', t.promised, (balance) => balance.promised),
    money('goods', t.goods, (balance) => balance.goods),
  ]
}
