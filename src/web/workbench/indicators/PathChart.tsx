import { useEffect, useMemo, useRef } from 'react'
import type { IndicatorPage } from '../../../core/api/indicators.ts'
import { valueText } from '../../../core/indicators/indicator.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { indicatorsTexts } from '../texts/indicators.ts'

/** What was published, year by year, over the straight path from the base year to the targets. */
export function PathChart({ page }: { page: IndicatorPage }) {
  const t = useTexts(indicatorsTexts)
  const box = useRef<HTMLDivElement>(null)
  const series = useMemo(() => {
    const told = page.series.filter(({ state, level }) => state === 'published' && level !== null)
    const all = [...told.map(({ year }) => year), ...page.path.map(({ year }) => year)]
    const first = Math.min(...all)
    const years = all.length === 0 ? [] : Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i)
    return {
      years,
      values: years.map((year) => told.find((value) => value.year === year)?.level ?? null),
      path: years.map((year) => page.path.find((point) => point.year === year)?.value ?? null),
      real: t.real,
      planned: t.path,
      text: (value: number) => valueText(value, page.definition.decimals),
    }
  }, [page, t])
  useEffect(() => {
    const element = box.current
    if (!element) return
    let gone = false
    let dispose = () => {}
    import('./path-chart-draw.ts').then(({ drawPath }) => {
      if (!gone) dispose = drawPath(element, series)
    })
    return () => {
      gone = true
      dispose()
    }
  }, [series])
  const said = series.years
    .flatMap((year, i) => (series.values[i] == null ? [] : [`${year} ${series.text(series.values[i] ?? 0)}`]))
    .join('、')
  const key = (
    <span className="trend-key">
      <span>{t.real}</span>
      <span className="ind-path">{t.path}</span>
    </span>
  )
  return (
    <Panel tight title={t.chart} end={key}>
      {series.years.length === 0 ? (
        <EmptyState text={t.noValue} />
      ) : (
        <div ref={box} className="trend" role="img" aria-label={t.chartLabel(said)} style={{ height: '15rem' }} />
      )}
    </Panel>
  )
}
