import { useEffect, useRef } from 'react'
import type { TrendSeries } from './trend-chart-draw.ts'

/** Months of this year (the unfinished one dashed with an open point) over last year in grey. The chart library is
 *  fetched only here; the label says the numbers for those who cannot see the lines. */
export function TrendChart({ series, label, height = 172 }: { series: TrendSeries; label: string; height?: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let gone = false
    let dispose = () => {}
    import('./trend-chart-draw.ts').then(({ drawTrend }) => {
      if (!gone) dispose = drawTrend(element, series)
    })
    return () => {
      gone = true
      dispose()
    }
  }, [series])
  return <div ref={box} className="trend" role="img" aria-label={label} style={{ height: `${height / 16}rem` }} />
}
