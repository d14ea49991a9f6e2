import { type Day, formatDay } from '../../../../core/day.ts'
import { ClockMark } from '../../../kit/ClockMark.tsx'
import { DeadlineDial } from '../../../kit/DeadlineDial.tsx'
import { momentText as clockTime, weekday } from '../../../kit/date-text.ts'
import { daysLeftOf, momentText } from '../../../kit/deadline.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordTexts } from '../../texts/record.ts'
import type { RecordView } from '../data/shapes.ts'
import { byDeadline } from './by-deadline.ts'

type Clock = RecordView['clocks'][number]

/** The clocks that run: the law's solid, the house's promises dashed; the one that ends first on top, those that stand still last. */
export function Clocks({ view, today }: { view: RecordView; today: Day }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const running = view.clocks
    .filter(({ endedOn }) => endedOn === null)
    .sort((a, b) => Number(a.pausedOn !== null) - Number(b.pausedOn !== null) || byDeadline(a, b))
  if (running.length === 0) return null
  return (
    <Panel className="clocks" label={t.clocks}>
      {running.map((clock) => {
        const kind = clock.legal ? 'legal' : 'service'
        return (
          <div key={`${clock.clock}${clock.startedOn}${clock.round}`}>
            <DeadlineDial
              kind={kind}
              startedOn={clock.startedOn}
              dueOn={clock.dueOn}
              dueAt={clock.dueAt}
              today={today}
            />
            <div>
              <h3>
                <ClockMark kind={kind} law={clock.law} />
                {clock.label[chosen]}
                {clock.round > 0 && ` · ${t.clockRound(clock.round + 1)}`}
              </h3>
              {clock.pausedOn === null ? (
                <Left clock={clock} today={today} />
              ) : (
                <p>{t.clockPaused(formatDay(clock.pausedOn, chosen))}</p>
              )}
              <p>{t.clockFrom(formatDay(clock.startedOn, chosen))}</p>
              {clock.law && <p>{clock.law}</p>}
            </div>
          </div>
        )
      })}
    </Panel>
  )
}

/** The day or the moment it ends, and what is left. */
function Left({ clock, today }: { clock: Clock; today: Day }) {
  const t = useTexts(recordTexts)
  const marks = useTexts(marksTexts)
  const chosen = language.use()
  if (clock.dueAt !== null) {
    return (
      <p>
        <b>{clockTime(clock.dueAt)}</b> {momentText(clock.dueAt, Date.now(), marks)}
      </p>
    )
  }
  return (
    <p>
      <b>
        {formatDay(clock.dueOn, chosen)} {weekday(clock.dueOn, chosen)}
      </b>
      {leftWords(clock, today, t)}
    </p>
  )
}

type Words = (typeof recordTexts)['zh']

function leftWords(clock: Clock, today: Day, t: Words): string {
  const kind = clock.legal ? 'legal' : 'service'
  const days = daysLeftOf(kind, clock.dueOn, today)
  if (clock.dueOn < today) return t.clockLate(kind, Math.abs(days))
  return clock.dueOn === today ? t.clockToday : t.clockLeft(kind, days)
}
