import { useState } from 'react'
import type { PaymentBatchPage } from '../../../core/api/payments.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { type Step, Steps } from '../../kit/Steps.tsx'
import { usePageTitle } from '../page-title.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { AnswerPanel } from './AnswerPanel.tsx'
import { ApproveDialog, CancelDialog } from './BatchDialogs.tsx'
import { BatchLines } from './BatchLines.tsx'
import { BatchSums } from './BatchSums.tsx'
import { SheetButton } from './SheetButton.tsx'

/** One batch: where it stands, its sums, what can be done now, and each line with what became of it. */
export function BatchScreen({ page }: { page: PaymentBatchPage }) {
  const t = useTexts(paymentsTexts)
  const [dialog, setDialog] = useState<'approve' | 'cancel' | null>(null)
  const { batch, abilities } = page
  const steps = useSteps(page)
  usePageTitle(`${batch.title} · ${t.pageTitle}`)
  return (
    <div className="page">
      <Breadcrumb
        label={t.path}
        path={[
          { key: 'payments', label: t.title, to: '/payments' },
          { key: 'fund', label: batch.fund.name, to: `/funds/${batch.fund.id}` },
        ]}
        here={batch.title}
        end={t.by(page.preparedBy, page.approvedBy)}
      />
      <div className="head">
        <h1>{batch.title}</h1>
        <span className="state">{t.states(batch.state)}</span>
        <div className="act">
          {abilities.includes('cancel') && (
            <button type="button" className="btn" onClick={() => setDialog('cancel')}>
              {t.cancel}
            </button>
          )}
          {abilities.includes('sheet') && <SheetButton batch={batch} sent={page.sheets.length > 0} />}
          {abilities.includes('approve') && (
            <button type="button" className="btn pri" onClick={() => setDialog('approve')}>
              {t.approve}
            </button>
          )}
        </div>
      </div>
      {batch.state === 'cancelled' ? <p className="note-box">{page.endReason}</p> : <Steps steps={steps} />}
      <BatchSums batch={batch} />
      {page.stuckLines > 0 && (
        <p className="note-box" role="alert">
          {t.stuck(page.stuckLines)}
        </p>
      )}
      <AnswerPanel page={page} />
      <BatchLines page={page} />
      {dialog === 'approve' && <ApproveDialog batch={batch} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDialog batch={batch} onClose={() => setDialog(null)} />}
    </div>
  )
}

function useSteps({ batch, preparedBy, approvedBy }: PaymentBatchPage): Step[] {
  const t = useTexts(paymentsTexts)
  const at = { prepared: 1, approved: 2, sent: 3, settled: 4, cancelled: 0 }[batch.state]
  const note = (who: string | null) => (who ? { note: who } : {})
  const labels = [
    { key: 'prepare', label: t.stepPrepare, ...note(preparedBy) },
    { key: 'approve', label: t.stepApprove, ...note(approvedBy) },
    { key: 'send', label: t.stepSend },
    { key: 'answer', label: t.stepAnswer, note: t.done(groupDigits(batch.paidLines), groupDigits(batch.lines)) },
  ]
  return labels.map((step, index) => ({ ...step, state: index < at ? 'done' : index === at ? 'now' : 'todo' }))
}
