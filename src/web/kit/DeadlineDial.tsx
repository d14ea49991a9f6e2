import { calendarDaysBetween, type Day } from '../../core/day.ts'
import { daysLeftOf, dueState } from './deadline.ts'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  kind: 'legal' | 'service'
  startedOn: Day
  dueOn: Day
  today: Day
}

/** A clock of a record: how much of the term is left, the number in the middle. Law is solid, a promise is dashed. */
export function DeadlineDial({ kind, startedOn, dueOn, today }: Props) {
  const t = useTexts(marksTexts)
  const total = Math.max(1, calendarDaysBetween(startedOn, dueOn))
  const left = Math.min(Math.max(calendarDaysBetween(today, dueOn), 0), total)
  const days = daysLeftOf(kind, dueOn, today)
  const label = kind === 'legal' ? t.legalLeft(days) : t.serviceLeft(days)
  return (
    <svg
      className={`dial ${kind === 'service' ? 's' : ''} ${dueState(dueOn, today)}`}
      viewBox="0 0 52 52"
      role="img"
      aria-label={label}
    >
      <circle cx="26" cy="26" r="23" />
      <circle className="v" cx="26" cy="26" r="23" pathLength={total} style={{ strokeDasharray: `${left} ${total}` }} />
      <text x="26" y="32">
        {Math.abs(days)}
      </text>
    </svg>
  )
}
