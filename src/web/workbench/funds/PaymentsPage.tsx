import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listBatches, PaymentBatch } from '../../../core/api/payments.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { Due } from './Due.tsx'
import type { DueItem } from './due-item.ts'
import { FundTabs } from './FundTabs.tsx'
import { NewBatchDialog } from './NewBatchDialog.tsx'
import { yuanExact } from './yuan.ts'

/** What waits to be paid, and the batches it is paid in. */
export function PaymentsPage() {
  const t = useTexts(paymentsTexts)
  const me = useMe()
  const [due, setDue] = useState<DueItem | null>(null)
  usePageTitle(t.pageTitle)
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <FundTabs here="/payments" />
      {me.post?.role === 'finance' && <Due onCollect={setDue} />}
      <DataList<PaymentBatch>
        queryKey={['payments', 'list']}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof listBatches>>('/payment-batches', { cursor, limit: 50 }, signal)
        }
        columns={useColumns()}
        rowKey={(row) => row.id}
        caption={t.batches}
        empty={{ text: t.noBatches }}
      />
      {due && <NewBatchDialog due={due} onClose={() => setDue(null)} />}
    </div>
  )
}

function useColumns(): readonly Column<PaymentBatch>[] {
  const t = useTexts(paymentsTexts)
  return [
    {
      key: 'title',
      title: t.name,
      render: (row) => (
        <span className="tags">
          <AppLink to={`/payments/${row.id}`}>{row.title}</AppLink>
          <span className="mut sm">{row.org.name}</span>
        </span>
      ),
    },
    { key: 'service', title: t.service, render: (row) => row.programmeLabel },
    { key: 'fund', title: t.fund, render: (row) => row.fund.name },
    { key: 'lines', title: t.count, right: true, render: (row) => groupDigits(row.lines) },
    { key: 'fen', title: `${t.amount}（${t.yuan}）`, right: true, render: (row) => yuanExact(row.fen) },
    {
      key: 'state',
      title: t.state,
      render: (row) => (
        <span className="tags">
          <span className="state">{t.states(row.state)}</span>
          {row.paidLines > 0 && (
            <span className="mut sm">{t.done(groupDigits(row.paidLines), groupDigits(row.lines))}</span>
          )}
        </span>
      ),
    },
  ]
}
