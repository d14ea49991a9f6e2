import { type DueState, dueState } from './deadline.ts'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  kind: 'legal' | 'service'
  daysLeft: number
  daysTotal: number
}

/** A clock of a record: how much of the term is left, the number in the middle. Law is solid, a promise is dashed. */
export function DeadlineDial({ kind, daysLeft, daysTotal }: Props) {
  const t = useTexts(marksTexts)
  const state: DueState = dueState(daysLeft)
  const left = Math.min(Math.max(daysLeft, 0), daysTotal)
  const label = kind === 'legal' ? t.legalLeft(daysLeft) : t.serviceLeft(daysLeft)
  return (
    <svg className={`dial ${kind === 'service' ? 's' : ''} ${state}`} viewBox="0 0 52 52" role="img" aria-label={label}>
      <circle cx="26" cy="26" r="23" />
      <circle
        className="v"
        cx="26"
        cy="26"
        r="23"
        pathLength={daysTotal}
        style={{ strokeDasharray: `${left} ${daysTotal}` }}
      />
      <text x="26" y="32">
        {Math.abs(daysLeft)}
      </text>
    </svg>
  )
}
