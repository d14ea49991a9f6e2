import { useTexts } from '../../kit/i18n.ts'
import { auditTexts } from '../texts/audit.ts'

interface Range {
  from: string
  to: string
}

/** From one day to another, either end open. */
export function DayRange({
  range,
  today,
  onChange,
}: {
  range: Range
  today: string
  onChange: (range: Range) => void
}) {
  const t = useTexts(auditTexts)
  return (
    <span className="day-range">
      <label>
        {t.from}
        <input
          className="field-in"
          type="date"
          max={range.to || today}
          value={range.from}
          onChange={(event) => onChange({ ...range, from: event.target.value })}
        />
      </label>
      <label>
        {t.to}
        <input
          className="field-in"
          type="date"
          min={range.from}
          max={today}
          value={range.to}
          onChange={(event) => onChange({ ...range, to: event.target.value })}
        />
      </label>
    </span>
  )
}
