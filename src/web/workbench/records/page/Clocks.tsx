import { type Day, formatDay } from '../../../../core/day.ts'
import { ClockMark } from '../../../kit/ClockMark.tsx'
import { DeadlineDial } from '../../../kit/DeadlineDial.tsx'
import { weekday } from '../../../kit/date-text.ts'
import { daysLeftOf } from '../../../kit/deadline.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { RecordView } from '../data/shapes.ts'

/** The clocks that run: the law's solid, the house's promises dashed; the one that ends first on top. */
export function Clocks({ view, today }: { view: RecordView; today: Day }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const running = view.clocks.filter(({ endedOn }) => endedOn === null).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (running.length === 0) return null
  return (
    <Panel className="clocks" label={t.clocks}>
      {running.map((clock) => (
        <div key={`${clock.clock}${clock.startedOn}`}>
          <DeadlineDial
            kind={clock.legal ? 'legal' : 'service'}
            startedOn={clock.startedOn}
            dueOn={clock.dueOn}
            today={today}
          />
          <div>
            <h3>
              <ClockMark kind={clock.legal ? 'legal' : 'service'} law={clock.law} />
              {clock.label[chosen]}
            </h3>
            <p>
              <b>
                {formatDay(clock.dueOn, chosen)} {weekday(clock.dueOn, chosen)}
              </b>
              {leftWords(clock, today, t)}
            </p>
            <p>{t.clockFrom(formatDay(clock.startedOn, chosen))}</p>
            {clock.law && <p>{clock.law}</p>}
          </div>
        </div>
      ))}
    </Panel>
  )
}

type Words = (typeof recordTexts)['zh']

function leftWords(clock: RecordView['clocks'][number], today: Day, t: Words): string {
  const kind = clock.legal ? 'legal' : 'service'
  const days = daysLeftOf(kind, clock.dueOn, today)
  if (clock.dueOn < today) return t.clockLate(kind, Math.abs(days))
  return clock.dueOn === today ? t.clockToday : t.clockLeft(kind, days)
}
