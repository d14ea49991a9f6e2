import type { PaymentBatch } from '../../../core/api/payments.ts'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { yuanExact } from './yuan.ts'

/** How much, how many, and how far the bank is. */
export function BatchSums({ batch }: { batch: PaymentBatch }) {
  const t = useTexts(paymentsTexts)
  const paid = batch.paidLines - batch.returnedLines
  const open = batch.lines - batch.paidLines - batch.failedLines
  const facts: [string, string][] = [
    [t.amount, `${yuanExact(batch.fen)} ${t.yuan}`],
    [t.count, groupDigits(batch.lines)],
    [t.paid, `${groupDigits(paid)} · ${yuanExact(batch.paidFen - batch.returnedFen)} ${t.yuan}`],
    [t.failed, groupDigits(batch.failedLines)],
    [t.returned, groupDigits(batch.returnedLines)],
    [t.open, groupDigits(open)],
    [t.service, batch.programmeLabel],
    [t.remark, batch.remark],
  ]
  return (
    <section className="panel batch-sums" aria-label={t.amount}>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <progress
        className="bar"
        aria-label={t.done(groupDigits(batch.paidLines), groupDigits(batch.lines))}
        max={batch.lines}
        value={batch.lines - open}
      />
    </section>
  )
}
