import type { PaymentLine } from '../../../core/api/payments.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { paymentsTexts } from '../texts/payments.ts'
import { useMoneyChange } from './fund-data.ts'

/** Says by hand what became of one line, with the evidence. What is paid can only have come back. */
export function MarkDialog({ batch, line, onClose }: { batch: string; line: PaymentLine; onClose: () => void }) {
  const t = useTexts(paymentsTexts)
  const { today } = useMe()
  const change = useMoneyChange()
  const results = line.state === 'paid' ? (['returned'] as const) : (['paid', 'failed'] as const)
  return (
    <FormDialog
      title={t.markTitle(line.no)}
      submit={t.mark}
      onClose={onClose}
      send={(values) =>
        change(`/payment-batches/${batch}/lines/${line.no}`, {
          result: values.text('result'),
          reason: values.text('reason'),
          reference: values.optional('reference') ?? undefined,
          on: values.text('on'),
        })
      }
    >
      <SelectField
        name="result"
        label={t.result}
        required
        options={results.map((value) => ({ value, label: t.results(value) }))}
      />
      <TextField name="reason" label={t.markReason} hint={t.markReasonHint} required minLength={2} maxLength={200} />
      <TextField name="reference" label={t.reference} maxLength={60} />
      <TextField name="on" label={t.on} type="date" required max={today} defaultValue={today} />
    </FormDialog>
  )
}
