import { type FormEvent, useState } from 'react'
import type { Day } from '../../../core/day.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../core/period.ts'
import { useTexts } from '../../kit/i18n.ts'
import { figuresTexts } from '../texts/figures.ts'

interface Props {
  view: { from: Day; to: Day }
  today: Day
  onPick: (from: Day, to: Day) => void
}

/** Usual periods at one press, any other by its two days. */
export function PeriodPicker({ view, today, onPick }: Props) {
  const t = useTexts(figuresTexts)
  const [from, setFrom] = useState(view.from)
  const [to, setTo] = useState(view.to)
  const month = monthOf(today)
  const year = Math.floor(month / 100)
  const usual: readonly [string, Day, Day][] = [
    [t.thisYear, firstDayOf(year * 100 + 1), today],
    [t.thisMonth, firstDayOf(month), today],
    [t.lastMonth, firstDayOf(addMonths(month, -1)), lastDayOf(addMonths(month, -1))],
    [t.lastYear, firstDayOf((year - 1) * 100 + 1), lastDayOf((year - 1) * 100 + 12)],
  ]
  const give = (event: FormEvent) => {
    event.preventDefault()
    onPick(from, to)
  }
  return (
    <>
      <ul>
        {usual.map(([label, first, last]) => (
          <li key={label}>
            <button type="button" onClick={() => onPick(first, last)}>
              {label}
              <span className="after">
                {first} — {last.slice(5)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <hr />
      <form onSubmit={give}>
        <label className="form-row">
          {t.from}
          <input
            className="field-in"
            type="date"
            required
            max={to}
            value={from}
            onChange={(e) => setFrom(e.target.value)}
          />
        </label>
        <label className="form-row">
          {t.to}
          <input
            className="field-in"
            type="date"
            required
            min={from}
            max={today}
            value={to}
            onChange={(e) => setTo(e.target.value)}
          />
        </label>
        <div className="form-row">
          <button type="submit" className="btn">
            {t.apply}
          </button>
        </div>
      </form>
    </>
  )
}
