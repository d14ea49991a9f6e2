import type { FundPage } from '../../../core/api/funds.ts'
import { useTexts } from '../../kit/i18n.ts'
import { fundsTexts } from '../texts/funds.ts'
import { yuan } from './yuan.ts'

/** What is there now, what of it is promised, and what is free; the balance opens the postings. */
export function FundHero({ page, onOpen }: { page: FundPage; onOpen: () => void }) {
  const t = useTexts(fundsTexts)
  const held = page.fund.balance
  if (!held) return null
  const facts = [
    [t.promised, held.promised],
    [t.free, held.cash - held.promised],
    [t.goods, held.goods],
  ] as const
  return (
    <section className="panel fund-hero" aria-label={t.balance}>
      <div>
        <h2>{t.balance}</h2>
        <p className="fund-big">
          <button type="button" className="num" onClick={onOpen}>
            {yuan(held.cash)}
          </button>
          <span className="unit">{t.yuan}</span>
        </p>
      </div>
      <dl>
        {facts.map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {yuan(fen)}
              <span className="unit">{t.yuan}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
