/** 179,000,000 → 1.79亿; 58,000 → 5.8万; 9,915 stays. For explanations. */
export function shortNumber(value: number): string {
  const trim = (n: number) => String(Number(n.toPrecision(6)))
  if (value >= 100_000_000) return `${trim(value / 100_000_000)}亿`
  if (value >= 10_000) return `${trim(value / 10_000)}万`
  return trim(value)
}

export const englishNumber = (value: number): string => Number(value.toPrecision(6)).toLocaleString('en')

/** How far a hedged number may lie from what stands behind it: 88万余 is 880,000 up to not quite 100万. */
export function agrees(a: { value: number; bound: string }, b: { value: number; bound: string }): boolean {
  const [aLow, aHigh] = rangeOf(a)
  const [bLow, bHigh] = rangeOf(b)
  return aLow <= bHigh * 1.005 && bLow <= aHigh * 1.005
}

function rangeOf({ value, bound }: { value: number; bound: string }): [number, number] {
  const step = lastPlace(value)
  if (bound === '>=') return [value, value + step]
  if (bound === '<=') return [value - step, value]
  if (bound === '~') return [value - step, value + step]
  return [value - roundHalf(value), value + roundHalf(value)]
}

/** One of the last place that is said: 880,000 → 10,000; never less than a tenth part of the whole for 1 digit. */
function lastPlace(value: number): number {
  if (value === 0) return 0
  const digits = String(Math.round(value))
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0
  return Math.min(10 ** zeros, value)
}

/** Numbers said in 万 are rounded: 5.5万 may be 54,950 to 55,050. */
function roundHalf(value: number): number {
  return value >= 10_000 && value % 100 === 0 ? Math.min(lastPlace(value) / 2, value * 0.01) : 0
}
