import { LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, TooltipComponent, SVGRenderer])

export interface PathSeries {
  readonly years: readonly number[]
  readonly values: readonly (number | null)[]
  readonly path: readonly (number | null)[]
  readonly real: string
  readonly planned: string
  readonly text: (value: number) => string
}

/** Draws what was told as a line with points, and the path to the target dashed. Gives back what ends it. */
export function drawPath(element: HTMLElement, series: PathSeries): () => void {
  const chart = init(element, null, { renderer: 'svg' })
  const draw = () => {
    chart.resize()
    chart.setOption(optionOf(element, series), true)
  }
  draw()
  const watcher = new ResizeObserver(draw)
  watcher.observe(element)
  return () => {
    watcher.disconnect()
    chart.dispose()
  }
}

function optionOf(element: HTMLElement, { years, values, path, real, planned, text }: PathSeries) {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const type = { fontSize: root * 0.75, fontFamily: style.fontFamily, color: read('--n-600') }
  const told = values.findLastIndex((value) => value !== null)
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 26, bottom: 2, containLabel: true, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: years.map(String),
      axisLabel: type,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: read('--line') } },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      axisLabel: { ...type, formatter: (value: number) => text(value) },
      splitNumber: 4,
      splitLine: { lineStyle: { color: read('--line') } },
    },
    tooltip: {
      trigger: 'axis' as const,
      textStyle: type,
      valueFormatter: (value: unknown) => (typeof value === 'number' ? text(value) : '—'),
    },
    series: [
      {
        type: 'line' as const,
        name: planned,
        data: [...path],
        symbol: 'none',
        color: read('--n-500'),
        lineStyle: { width: 1.5, type: [4, 4] as number[], color: read('--n-500') },
      },
      {
        type: 'line' as const,
        name: real,
        data: values.map((value, i) => ({
          value,
          label:
            i === told
              ? { show: true, position: 'top' as const, ...type, color: read('--sky-700'), formatter: text(value ?? 0) }
              : { show: false },
        })),
        connectNulls: true,
        symbol: 'circle',
        symbolSize: 6,
        color: read('--data-2'),
        lineStyle: { width: 2, color: read('--data-2') },
        z: 3,
      },
    ],
  }
}
