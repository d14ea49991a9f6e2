import type { Day } from '../../core/day.ts'
import { dueState, dueText, momentState, momentText } from './deadline.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  dueOn: Day
  today: Day
  /** The moment, for deadlines of minutes and hours. */
  dueAt?: string | null
  clock?: boolean
  /** What is due, said before the date: “调解期限 11-27，还有 7 天”. */
  label?: string
}

/** A deadline as a pill: plain, amber when near, filled when late. */
export function DueBadge({ dueOn, today, dueAt, clock = false, label }: Props) {
  const t = useTexts(marksTexts)
  const state = dueAt ? momentState(dueAt, Date.now()) : dueState(dueOn, today)
  return (
    <span className={state === 'plain' ? 'due' : `due ${state}`}>
      {clock && <Icon name="clock" small />}
      {label ? `${label} ` : ''}
      {dueAt ? momentText(dueAt, Date.now(), t) : dueText(dueOn, today, t)}
    </span>
  )
}
