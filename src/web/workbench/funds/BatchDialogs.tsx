import type { PaymentBatch } from '../../../core/api/payments.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { useMoneyChange } from './fund-data.ts'
import { yuanExact } from './yuan.ts'

interface Props {
  batch: PaymentBatch
  onClose: () => void
}

/** The second person: she declares, and the money is set aside. */
export function ApproveDialog({ batch, onClose }: Props) {
  const t = useTexts(paymentsTexts)
  const change = useMoneyChange()
  return (
    <FormDialog
      title={t.approveTitle}
      submit={t.approve}
      onClose={onClose}
      send={(values) => change(`/payment-batches/${batch.id}/approve`, { declared: values.text('declared') === 'yes' })}
    >
      <p className="form-row">
        {batch.title} · {groupDigits(batch.lines)} · {yuanExact(batch.fen)} {t.yuan}
      </p>
      <p className="form-row mut">{t.approveNote}</p>
      <CheckField name="declared" label={t.declare} required />
    </FormDialog>
  )
}

/** Takes it back before the bank has it. */
export function CancelDialog({ batch, onClose }: Props) {
  const t = useTexts(paymentsTexts)
  const change = useMoneyChange()
  return (
    <FormDialog
      title={t.cancelTitle}
      submit={t.cancel}
      grave
      onClose={onClose}
      send={(values) => change(`/payment-batches/${batch.id}/cancel`, { reason: values.text('reason') })}
    >
      <p className="form-row mut">{t.cancelNote}</p>
      <TextField name="reason" label={t.reason} required minLength={2} maxLength={200} />
    </FormDialog>
  )
}
