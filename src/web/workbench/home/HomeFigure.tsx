import type { Day } from '../../../core/day.ts'
import { EvidenceBar } from '../../kit/EvidenceBar.tsx'
import { FigureNumber } from '../../kit/FigureNumber.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { figureText, groupDigits } from '../../kit/number-text.ts'
import { Sparkline } from '../../kit/Sparkline.tsx'
import { type Figure, useFigure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { viewHref } from '../figures/view.ts'
import { homeTexts } from '../texts/home.ts'

interface Props {
  measure: MeasureInfo
  org: number
  from: Day
  to: Day
}

/** One figure of the first page. Where it may not be shown here (a small confidential cell) there is a dash. */
export function HomeFigure({ measure, org, from, to }: Props) {
  const t = useTexts(homeTexts)
  const question = { measure: measure.id, org, from, to }
  const { data, isPending } = useFigure(question, ['month', 'grade'])
  return (
    <li>
      <h3 title={`${measure.programmeLabel} · ${measure.label}`}>
        {measure.programmeShort === measure.label ? measure.label : `${measure.programmeShort} · ${measure.label}`}
      </h3>
      <div className="v">
        <span>
          {data && !data.suppressed ? (
            <FigureNumber
              value={data.value}
              unit={measure.unit}
              unitLabel={measure.unitLabel}
              to={viewHref(question)}
            />
          ) : isPending ? (
            <LoadingBars rows={1} />
          ) : (
            '—'
          )}
        </span>
        {data?.byMonth && <Sparkline points={data.byMonth} />}
      </div>
      {data && measure.kind !== 'rate' && <EvidenceBar grades={data.grades} />}
      <p className="n">{data && beside(data, measure, t)}</p>
    </li>
  )
}

/** The line under a figure: both parts of a rate, else how it stood a year ago. */
function beside(figure: Figure, measure: MeasureInfo, t: (typeof homeTexts)['zh']): string {
  if (figure.suppressed) return t.suppressed
  if (figure.denominator !== undefined)
    return `${groupDigits(figure.numerator ?? 0)} / ${groupDigits(figure.denominator)}`
  const previous = figure.previous.value
  if (figure.value === null || previous === null) return ''
  const last = figureText(previous, measure.unit)
  const by = figure.value - previous
  if (by === 0) return t.same(last)
  const size = figureText(Math.abs(by), measure.unit)
  return by > 0 ? t.more(last, size) : t.less(last, size)
}
