import { calendarDaysBetween, formatDay } from '../../../../core/day.ts'
import { ClockMark } from '../../../kit/ClockMark.tsx'
import { DeadlineDial } from '../../../kit/DeadlineDial.tsx'
import { weekday } from '../../../kit/date-text.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { RecordView } from '../data/shapes.ts'

/** The clocks that run: the law's solid, the house's promises dashed; the one that ends first on top. */
export function Clocks({ view }: { view: RecordView }) {
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
            daysLeft={clock.daysLeft}
            daysTotal={Math.max(1, calendarDaysBetween(clock.startedOn, clock.dueOn))}
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
              {clock.daysLeft < 0 ? t.clockLate(-clock.daysLeft) : t.clockLeft(clock.daysLeft)}
            </p>
            <p>{t.clockFrom(formatDay(clock.startedOn, chosen))}</p>
            {clock.law && <p>{clock.law}</p>}
          </div>
        </div>
      ))}
    </Panel>
  )
}
