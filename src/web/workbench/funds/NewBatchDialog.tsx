import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { LeftOut, PaymentBatchPage } from '../../../core/api/payments.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { useMe } from '../data/session.ts'
import { paymentsTexts } from '../texts/payments.ts'
import type { DueItem } from './due-item.ts'
import { useMoneyChange } from './fund-data.ts'
import { LeftOutList } from './LeftOutList.tsx'
import { yuanExact } from './yuan.ts'

/** Collects what is due from a fund for a service into a batch, and goes to it. */
export function NewBatchDialog({ due, onClose }: { due: DueItem; onClose: () => void }) {
  const t = useTexts(paymentsTexts)
  const { today } = useMe()
  const change = useMoneyChange()
  const navigate = useNavigate()
  const id = useNewId()
  const [left, setLeft] = useState<readonly LeftOut[]>([])
  return (
    <Dialog title={t.collectTitle(due.label)} onClose={onClose}>
      <p className="form-row">
        {due.fund.name} · {groupDigits(due.records)} · {yuanExact(due.fen)} {t.yuan}
      </p>
      <Form
        submit={t.collect}
        onCancel={onClose}
        explain={(refusal) => {
          const facts = (refusal.body as { facts?: { left?: readonly LeftOut[] } } | null)?.facts
          return refusal.code === 'nothing-payable' && <LeftOutList left={facts?.left ?? []} />
        }}
        send={async (values) => {
          const body = { title: values.text('title'), remark: values.text('remark') }
          const page = await change<PaymentBatchPage>('/payment-batches', {
            id,
            fund: due.fund.id,
            programme: due.programme,
            ...body,
          })
          if (page.leftOut.length > 0 && left.length === 0) setLeft(page.leftOut)
          else await navigate({ to: `/payments/${id}` })
        }}
      >
        <TextField
          name="title"
          label={t.name}
          required
          minLength={2}
          maxLength={60}
          defaultValue={`${due.label} ${today}`.slice(0, 60)}
        />
        <TextField
          name="remark"
          label={t.remark}
          hint={t.remarkHint}
          required
          minLength={2}
          maxLength={20}
          defaultValue={t.remarkDefault}
        />
        <LeftOutList left={left} />
      </Form>
    </Dialog>
  )
}
