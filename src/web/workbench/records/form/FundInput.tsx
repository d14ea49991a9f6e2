import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { useUsableFunds } from '../data/funds.ts'

interface Props {
  id: string
  value: string
  onChange: (fund: string) => void
  invalid: boolean
  describedBy: string | undefined
}

/** Which money pays: own funds and those of the organisations above, open now. */
export function FundInput({ id, value, onChange, invalid, describedBy }: Props) {
  const t = useTexts(sentTexts)
  const funds = useUsableFunds(undefined)
  const items = funds.data?.items ?? []
  if (funds.isError) return <ErrorNote error={funds.error} onAgain={() => funds.refetch()} />
  return (
    <select
      id={id}
      className="field-in"
      value={value}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      disabled={funds.isPending}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{funds.isSuccess && items.length === 0 ? t.noFunds : t.fund}</option>
      {value !== '' && !items.some((fund) => fund.id === value) && <option value={value}>{t.someFund}</option>}
      {items.map((fund) => (
        <option key={fund.id} value={fund.id}>
          {`${fund.name}（${fund.org.name}）`}
        </option>
      ))}
    </select>
  )
}
