import type { Chance } from './chance.ts'

/** Whole parts of `total` in proportion to the weights, by largest remainder; they add up to `total`. */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const spare = total - least * weights.length
  const exact = weights.map((w) => (spare * w) / sum)
  const parts = exact.map((x) => least + Math.floor(x))
  let left = total - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((x, i) => [x - Math.floor(x), i] as const).sort((a, b) => b[0] - a[0])
  for (const [, i] of order) {
    if (left-- <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
  }
  return parts
}

/**
 * As apportion, but where parts are mostly 0 and 1 they fall evenly along the list and not all on the heaviest
 * (systematic sampling): a small demo is a thin one of the whole region.
 */
export function scatter(chance: Chance, total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  let reached = chance.next()
  return weights
    .map((w) => {
      const before = Math.floor(reached)
      reached += (total * w) / sum
      return Math.floor(reached) - before
    })
    .map((part, i, parts) => {
      // Rounding may lose or gain one at the end.
      if (i < parts.length - 1) return part
      return part + total - parts.reduce((a, b) => a + b, 0)
    })
}
