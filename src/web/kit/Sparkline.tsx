interface Point {
  value: number | null
  /** The last month may be unfinished: drawn dashed with an open point. */
  complete: boolean
}

/** A year in a glance beside a figure. Decorative: the figure page has the axis and the numbers. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  if (points.length < 3) return null
  const most = Math.max(...points.map((point) => point.value ?? 0)) || 1
  const least = Math.min(...points.map((point) => point.value ?? 0), 0)
  const at = (index: number): [number, number] => [
    2 + (index * 60) / (points.length - 1),
    20 - (((points[index]?.value ?? 0) - least) / (most - least)) * 17,
  ]
  const whole = points.filter((point) => point.complete).length
  const line = (from: number, to: number) =>
    Array.from({ length: Math.max(to - from, 0) }, (_, step) =>
      at(from + step)
        .map((part) => part.toFixed(1))
        .join(','),
    ).join(' ')
  const [endX, endY] = at(points.length - 1)
  const open = whole < points.length
  return (
    <svg className="spark" viewBox="0 0 66 24" aria-hidden="true">
      <polyline points={line(0, Math.max(whole, 1))} />
      {open && <polyline className="part" points={line(Math.max(whole - 1, 0), points.length)} />}
      <circle className={open ? 'open' : undefined} cx={endX} cy={endY} r="2.2" />
    </svg>
  )
}
