import type { Review } from '../../../core/api/reviews.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { reviewsTexts } from '../texts/reviews.ts'
import { useReviewChange } from './review-data.ts'

export type ReviewStep = 'submit' | 'approve' | 'return' | 'withdraw'

/** One step of a review: what it does is said before it is done; a return and a withdrawal want a reason. */
export function StepDialog({ review, step, onClose }: { review: Review; step: ReviewStep; onClose: () => void }) {
  const t = useTexts(reviewsTexts)
  const change = useReviewChange()
  const path = `/reviews/${review.id}`
  const title = { submit: t.submit, approve: t.approve, return: t.send, withdraw: t.withdraw }[step]
  const note = { submit: t.submitNote, approve: t.approveNote, return: null, withdraw: t.withdrawNote }[step]
  const send = (reason: string) => {
    if (step === 'submit') return change('POST', `${path}/submit`, { version: review.version })
    if (step === 'withdraw') return change('POST', `${path}/withdraw`, { reason })
    return change('POST', `${path}/decide`, step === 'approve' ? { approve: true } : { approve: false, reason })
  }
  return (
    <FormDialog title={title} submit={title} onClose={onClose} send={(values) => send(values.text('reason'))}>
      {note && <p>{note}</p>}
      {(step === 'return' || step === 'withdraw') && (
        <TextField name="reason" label={t.reason} required minLength={2} maxLength={500} />
      )}
    </FormDialog>
  )
}
