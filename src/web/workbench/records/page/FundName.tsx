import { useTexts } from '../../../kit/i18n.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { useUsableFunds } from '../data/funds.ts'

/** What a fund is called, for who may use it; for everybody else it is a fund. */
export function FundName({ id }: { id: string }) {
  const t = useTexts(sentTexts)
  const funds = useUsableFunds(undefined)
  return funds.data?.items.find((fund) => fund.id === id)?.name ?? t.someFund
}
