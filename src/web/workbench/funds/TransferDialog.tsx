import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundItem, listFunds } from '../../../core/api/funds.ts'
import { givers, transferKinds } from '../../../core/fund-words.ts'
import { apiGet } from '../../kit/api.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { type Choice, PickField } from '../../kit/form/PickField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { fundsTexts } from '../texts/funds.ts'
import { useMoneyChange } from './fund-data.ts'
import { readAmount } from './read-amount.ts'

/** Prepares an order of a fund: money or goods in, money set aside, money to another organisation's fund. */
export function TransferDialog({ fund, onClose }: { fund: FundItem; onClose: () => void }) {
  const t = useTexts(fundsTexts)
  const { today } = useMe()
  const chosen = language.use()
  const change = useMoneyChange()
  const id = useNewId()
  const [kind, setKind] = useState('receive')
  const receipt = kind === 'receive' || kind === 'receive-goods'
  const search = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await apiGet<ResponseOf<typeof listFunds>>('/funds', { limit: 200 }, signal)
    return items
      .filter((one) => one.id !== fund.id && !one.ended && `${one.name}${one.org.name}${one.code}`.includes(q.trim()))
      .slice(0, 20)
      .map((one) => ({ value: one.id, label: one.name, note: one.org.name }))
  }
  const options = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: label[chosen] }))
  return (
    <FormDialog
      title={`${t.order} · ${fund.name}`}
      submit={t.order}
      onClose={onClose}
      send={async (values) => {
        await change('/transfers', {
          id,
          kind,
          fund: fund.id,
          ...(receipt && { giver: values.text('giver') }),
          ...(kind === 'transfer' && { toFund: values.text('toFund') }),
          fen: readAmount(values.text('fen'), 'fen', t.amountWrong),
          on: values.text('on'),
          purpose: values.text('purpose'),
          reference: values.text('reference'),
        })
      }}
    >
      <SelectField name="kind" label={t.kind} required options={options(transferKinds)} onChange={setKind} />
      {receipt && <SelectField name="giver" label={t.giver} required options={options(givers)} />}
      {kind === 'transfer' && (
        <PickField
          name="toFund"
          label={t.toFund}
          required
          queryKey={['fund', fund.id]}
          search={search}
          placeholder={t.toFundHint}
        />
      )}
      <TextField name="fen" label={t.amount} hint={t.amountHint} required inputMode="decimal" />
      <TextField name="on" label={t.on} type="date" required max={today} defaultValue={today} />
      <TextField name="purpose" label={t.purpose} required minLength={2} maxLength={200} />
      <TextField name="reference" label={t.reference} maxLength={60} />
    </FormDialog>
  )
}
