import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { fundsTexts } from '../texts/funds.ts'

interface Props {
  from: string
  to: string
  onSpan: (span: { from: string; to: string }) => void
}

/** The time that is looked at: two days. */
export function SpanPicker({ from, to, onSpan }: Props) {
  const t = useTexts(fundsTexts)
  const { today } = useMe()
  return (
    <div className="fund-span">
      <span className="mut">{t.period}</span>
      <input
        type="date"
        className="field-in"
        aria-label={t.from}
        value={from}
        max={to}
        onChange={(event) => event.target.value && onSpan({ from: event.target.value, to })}
      />
      <span aria-hidden="true">—</span>
      <input
        type="date"
        className="field-in"
        aria-label={t.to}
        value={to}
        min={from}
        max={today}
        onChange={(event) => event.target.value && onSpan({ from, to: event.target.value })}
      />
      <button
        type="button"
        className="btn sml"
        onClick={() => onSpan({ from: `${today.slice(0, 4)}-01-01`, to: today })}
      >
        {t.yearToDate}
      </button>
    </div>
  )
}
