import { type Day, formatDay } from '../../../core/day.ts'
import { formatPeriod } from '../../../core/period.ts'
import { momentText } from '../../kit/date-text.ts'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Popover } from '../../kit/Popover.tsx'
import type { Figure } from '../data/figures.ts'
import { figuresTexts } from '../texts/figures.ts'
import { AsOfPicker } from './AsOfPicker.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import type { FigureView } from './view.ts'

interface Props {
  view: FigureView
  today: Day
  /** A stock is what stands on a day: only the end of the period matters. */
  stock: boolean
  figure: Figure | undefined
  go: (change: Partial<FigureView>) => void
}

/** The period and the moment of the figure. */
export function FigureFilters({ view, today, stock, figure, go }: Props) {
  const t = useTexts(figuresTexts)
  const chosen = language.use()
  const period = stock ? formatDay(view.to, chosen) : formatPeriod(view, chosen)
  const asOf = view.asOf ?? figure?.asOf
  return (
    <div className="filters">
      <Popover className="sel" face={<Face name={stock ? t.onDay : t.period} value={period} />}>
        {(close) => (
          <PeriodPicker
            view={view}
            today={today}
            onPick={(from, to) => {
              close()
              go({ from, to })
            }}
          />
        )}
      </Popover>
      <Popover className="sel" face={<Face name={t.asOf} value={asOf ? momentText(asOf) : t.now} />}>
        {(close) => (
          <AsOfPicker
            asOf={view.asOf}
            onPick={(moment) => {
              close()
              go({ asOf: moment })
            }}
          />
        )}
      </Popover>
      <span className="live">
        <Icon name={view.asOf ? 'lock' : 'clock'} small />
        {view.asOf ? t.fixed : t.live}
      </span>
    </div>
  )
}

function Face({ name, value }: { name: string; value: string }) {
  return (
    <>
      <em>{name}</em>
      {value}
      <Icon name="down" />
    </>
  )
}
