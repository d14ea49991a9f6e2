import { startOfDay } from '../../core/clock.ts'
import { calendarDaysBetween, type Day } from '../../core/day.ts'
import { daysLeftOf, dueState, momentState, momentText } from './deadline.ts'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  kind: 'legal' | 'service'
  startedOn: Day
  dueOn: Day
  /** The moment, for clocks of minutes and hours: the dial counts hours then, minutes in the last one. */
  dueAt?: string | null
  today: Day
}

/** A clock of a record: how much of the term is left, the number in the middle. Law is solid, a promise is dashed. */
export function DeadlineDial({ kind, startedOn, dueOn, dueAt, today }: Props) {
  const t = useTexts(marksTexts)
  const { total, left, number, state, label } = dueAt ? moment(dueAt) : days()
  return (
    <svg className={`dial ${kind === 'service' ? 's' : ''} ${state}`} viewBox="0 0 52 52" role="img" aria-label={label}>
      <circle cx="26" cy="26" r="23" />
      <circle className="v" cx="26" cy="26" r="23" pathLength={total} style={{ strokeDasharray: `${left} ${total}` }} />
      <text x="26" y="32">
        {number}
      </text>
    </svg>
  )

  function days() {
    const total = Math.max(1, calendarDaysBetween(startedOn, dueOn))
    const count = daysLeftOf(kind, dueOn, today)
    return {
      total,
      left: within(calendarDaysBetween(today, dueOn), total),
      number: Math.abs(count),
      state: dueState(dueOn, today),
      label: kind === 'legal' ? t.legalLeft(count) : t.serviceLeft(count),
    }
  }

  function moment(due: string) {
    const now = Date.now()
    const minutes = Math.ceil((Date.parse(due) - now) / 60_000)
    const total = Math.max(1, Math.ceil((Date.parse(due) - startOfDay(startedOn)) / 60_000))
    const size = Math.abs(minutes)
    return {
      total,
      left: within(minutes, total),
      number: size < 60 ? size : Math.floor(size / 60),
      state: momentState(due, now),
      label: momentText(due, now, t),
    }
  }
}

const within = (left: number, total: number) => Math.min(Math.max(left, 0), total)
