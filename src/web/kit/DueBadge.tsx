import { dueState, dueText } from './deadline.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  dueOn: string
  /** Working days left by the server's calendar; negative when late. */
  daysLeft: number
  today: string
  clock?: boolean
  /** Replaces the words where the server knows better: “今天 13:12 前”. */
  text?: string | null
}

/** A deadline as a pill: plain, amber when near, filled when late. */
export function DueBadge({ dueOn, daysLeft, today, clock = false, text }: Props) {
  const t = useTexts(marksTexts)
  const state = dueState(daysLeft)
  return (
    <span className={state === 'plain' ? 'due' : `due ${state}`}>
      {clock && <Icon name="clock" small />}
      {text ?? dueText(dueOn, daysLeft, today, t)}
    </span>
  )
}
