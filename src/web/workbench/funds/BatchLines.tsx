import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { lineStates, type listLines, type PaymentBatchPage, type PaymentLine } from '../../../core/api/payments.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { MarkDialog } from './MarkDialog.tsx'
import { yuanExact } from './yuan.ts'

/** Lines as the bank's sheet has them, masked, with what became of each. */
export function BatchLines({ page }: { page: PaymentBatchPage }) {
  const t = useTexts(paymentsTexts)
  const [state, setState] = useState('')
  const [marked, setMarked] = useState<PaymentLine | null>(null)
  const { batch } = page
  const answered = `${batch.state} ${batch.paidLines} ${batch.failedLines} ${batch.returnedLines}`
  const may = page.abilities.includes('answer')
  const columns: Column<PaymentLine>[] = [
    { key: 'no', title: t.no, right: true, render: (line) => line.no },
    { key: 'payee', title: t.payee, render: (line) => line.name },
    { key: 'account', title: t.account, render: (line) => `…${line.accountEnd}` },
    { key: 'fen', title: `${t.amount}（${t.yuan}）`, right: true, render: (line) => yuanExact(line.fen) },
    {
      key: 'record',
      title: t.record,
      render: (line) => (
        <span className="tags">
          <AppLink to={`/records/${batch.programme}/${line.record}`}>{t.show}</AppLink>
          <span className="mut sm">{line.recordOrg.name}</span>
          {line.round > 1 && <span className="tag line">{t.round(line.round)}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      title: t.result,
      render: (line) => (
        <span className="tags">
          <span className="state">{t.lineStates(line.state)}</span>
          <span className="mut sm">{[line.on, line.reference, line.reason].filter(Boolean).join(' · ')}</span>
          {may && ['waiting', 'paid', 'stuck'].includes(line.state) && (
            <button type="button" className="btn sml" onClick={() => setMarked(line)}>
              {t.mark}
              <span className="vh">{line.no}</span>
            </button>
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      <DataList<PaymentLine>
        // What became of the lines: when the bank's answers have been taken, they are asked anew.
        queryKey={['payments', 'lines', batch.id, answered]}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof listLines>>(
            `/payment-batches/${batch.id}/lines`,
            { state, cursor, limit: 50 },
            signal,
          )
        }
        columns={columns}
        rowKey={(line) => String(line.no)}
        caption={t.lines}
        filters={[
          {
            key: 'state',
            label: t.result,
            value: state,
            onChange: setState,
            options: lineStates.map((value) => ({ value, label: t.lineStates(value) })),
          },
        ]}
        empty={{ text: t.noLines }}
      />
      {marked && <MarkDialog batch={batch.id} line={marked} onClose={() => setMarked(null)} />}
    </>
  )
}
