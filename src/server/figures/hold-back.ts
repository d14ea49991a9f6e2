/** Less than this many of something is somebody (R-STAT). */
const few = 5
export const isFew = (n: number): boolean => n !== 0 && Math.abs(n) < few

/**
 * Which rows of a table of one half-year are held back (decision 0009): those with few, and with them so many others that the
 * whole less the rest tells nobody — two at least, and ten of them. Who stands in is the next row with anything, whatever it
 * has: the choice says nothing of its size. `own` is the place of the row that a reader may know by herself.
 */
export function holdBack(values: readonly number[], own?: number): boolean[] {
  const held = new Set(values.flatMap((n, row) => (isFew(n) ? [row] : [])))
  const first = Math.min(...[...held].filter((row) => row !== own || held.size === 1))
  const needed = held.size === 1 && held.has(own ?? -1) ? { rows: 1, sum: 0 } : { rows: 2, sum: 2 * few }
  const isEnough = () => {
    const others = [...held].filter((row) => row !== own)
    return (
      others.length >= needed.rows && others.reduce((sum, row) => sum + Math.abs(values[row] ?? 0), 0) >= needed.sum
    )
  }
  if (held.size > 0) {
    const next = values.map((_, i) => (first + 1 + i) % values.length)
    const ranks = [(row: number) => row !== own && values[row] !== 0, (row: number) => row !== own, () => true]
    for (const row of ranks.flatMap((rank) => next.filter(rank))) {
      if (isEnough()) break
      held.add(row)
    }
  }
  return values.map((_, row) => held.has(row))
}
