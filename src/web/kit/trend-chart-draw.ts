import { LineChart, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, TooltipComponent, SVGRenderer])

export interface TrendPoint {
  label: string
  value: number | null
  previous: number | null
  /** False for a month that has not ended. */
  complete: boolean
}

export interface TrendSeries {
  points: readonly TrendPoint[]
  thisName: string
  lastName: string
  /** Words for a value: 137 → 137, 12345600 fen → 123,456. */
  text: (value: number | null) => string
}

/** Draws the trend into an element and follows its size. Gives back what ends it. */
export function drawTrend(element: HTMLElement, series: TrendSeries): () => void {
  const chart = init(element, null, { renderer: 'svg' })
  const draw = () => {
    chart.resize()
    chart.setOption(optionOf(series, styleOf(element)), true)
  }
  draw()
  const watcher = new ResizeObserver(draw)
  watcher.observe(element)
  return () => {
    watcher.disconnect()
    chart.dispose()
  }
}

function styleOf(element: HTMLElement) {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return {
    read,
    type: { fontSize: root * 0.75, fontFamily: style.fontFamily, color: read('--n-600') },
  }
}

type Style = ReturnType<typeof styleOf>

function optionOf({ points, thisName, lastName, text }: TrendSeries, { read, type }: Style) {
  const whole = points.filter((point) => point.complete).length
  const most = points.reduce((best, point) => Math.max(best, point.value ?? 0), 0)
  const labelled = points.findIndex((point) => point.value === most && most > 0)
  const tag = { show: true, position: 'top' as const, ...type, color: read('--sky-700'), fontWeight: 600 as const }
  const marked = (point: TrendPoint, index: number) => ({
    value: point.value,
    label:
      index === labelled || index === points.length - 1 ? { ...tag, formatter: text(point.value) } : { show: false },
    symbol: point.complete ? 'circle' : 'emptyCircle',
    symbolSize: point.complete ? 5 : 8,
  })
  const now = { type: 'line' as const, color: read('--data-2'), lineStyle: { width: 2, color: read('--data-2') }, z: 3 }
  const lines: LineSeriesOption[] = [
    {
      type: 'line',
      name: lastName,
      data: points.map((point) => point.previous),
      symbol: 'none',
      color: read('--n-500'),
      lineStyle: { width: 1.25, color: read('--n-500') },
    },
    {
      ...now,
      name: thisName,
      data: points.map((point, index) => (point.complete ? marked(point, index) : null)),
      areaStyle: { color: read('--sky-50'), opacity: 1 },
    },
  ]
  if (whole < points.length) {
    const part = points.map((point, index) => (index >= whole - 1 ? marked(point, index) : null))
    lines.push({ ...now, name: thisName, data: part, lineStyle: { ...now.lineStyle, type: [4, 4] } })
  }
  return {
    animation: false,
    grid: { left: 4, right: 12, top: 24, bottom: 2, containLabel: true, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: points.map((point) => point.label),
      axisLabel: { ...type, interval: points.length <= 13 ? 0 : ('auto' as const) },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: read('--line') } },
    },
    yAxis: {
      type: 'value' as const,
      axisLabel: { ...type, formatter: (value: number) => text(value) },
      splitNumber: 4,
      minInterval: most < 1 ? 0 : 1,
      splitLine: { lineStyle: { color: read('--line') } },
    },
    tooltip: {
      trigger: 'axis' as const,
      textStyle: type,
      formatter: (hit: unknown) => tip(hit, points, thisName, lastName, text),
    },
    series: lines,
  }
}

function tip(
  hit: unknown,
  points: readonly TrendPoint[],
  thisName: string,
  lastName: string,
  text: (value: number | null) => string,
) {
  const index = Array.isArray(hit) ? (hit[0] as { dataIndex?: number } | undefined)?.dataIndex : undefined
  const point = index === undefined ? undefined : points[index]
  if (!point) return ''
  const last = point.previous === null ? '' : `<br>${lastName} ${text(point.previous)}`
  return `${point.label}<br>${thisName} <b>${text(point.value)}</b>${last}`
}
