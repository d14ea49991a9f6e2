import { useMemo } from 'react'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { figureText } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { TrendChart } from '../../kit/TrendChart.tsx'
import type { Figure, MonthFigure } from '../data/figures.ts'
import { figuresTexts } from '../texts/figures.ts'

/** The months of the period over those a year earlier. */
export function MonthTrend({ figure }: { figure: Figure }) {
  const t = useTexts(figuresTexts)
  const months = figure.byMonth
  const year = figure.to.slice(0, 4)
  const series = useMemo(() => {
    const list = months ?? []
    const label = (month: MonthFigure, index: number) => {
      const number = monthNumber(month)
      return index === 0 || index === list.length - 1 || number === 1 ? t.monthFirst(number) : t.monthMiddle(number)
    }
    return {
      points: list.map((month, index) => ({ ...month, label: label(month, index) })),
      thisName: t.year(year),
      lastName: t.year(String(Number(year) - 1)),
      text: (value: number | null) => figureText(value, figure.unit),
    }
  }, [months, year, figure.unit, t])
  const told = series.points.some((point) => point.value !== null)
  const said = series.points.map((point) => `${point.label} ${series.text(point.value)}`).join('、')
  const key = (
    <span className="trend-key">
      <span>{series.thisName}</span>
      {series.points.some((point) => !point.complete) && <span className="kp">{t.monthPart}</span>}
      <span className="k0">{series.lastName}</span>
    </span>
  )
  return (
    <Panel tight title={t.byMonth} end={told && key}>
      {told ? (
        <TrendChart series={series} label={t.monthsLabel(said)} />
      ) : (
        <EmptyState text={figure.suppressed || figure.covers !== undefined ? t.monthsHidden : t.noMonths} />
      )}
    </Panel>
  )
}

/** 202611 → 11. */
function monthNumber({ month }: MonthFigure): number {
  return month % 100
}
