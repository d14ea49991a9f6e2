import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { paymentsTexts } from '../texts/payments.ts'
import type { DueItem } from './due-item.ts'
import { usePayable } from './fund-data.ts'
import { yuanExact } from './yuan.ts'

/** Records that are due, by service and fund: one press makes a batch of them. */
export function Due({ onCollect }: { onCollect: (due: DueItem) => void }) {
  const t = useTexts(paymentsTexts)
  const due = usePayable(true)
  return (
    <Panel title={t.due} end={t.dueNote} className="pay-due">
      {due.isPending && <LoadingBars rows={2} />}
      {due.isError && <ErrorNote error={due.error} onAgain={() => due.refetch()} />}
      {due.data?.items.length === 0 && <EmptyState text={t.nothingDue} />}
      <ul className="rows">
        {due.data?.items.map((item) => (
          <li key={`${item.programme} ${item.fund.id}`}>
            <b>{item.label}</b> <span className="mut">{item.fund.name}</span>
            <span className="end tags">
              {t.dueCount(groupDigits(item.records))} · {yuanExact(item.fen)} {t.yuan}
              <button type="button" className="btn sml" onClick={() => onCollect(item)}>
                {t.collect}
                <span className="vh">{item.label}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
