/** A number as a fraction of two integers: what a linear programme finds is exact. */
type Fraction = readonly [over: bigint, under: bigint]

const reduced = (over: bigint, under: bigint): Fraction => {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b) [a, b] = [b, a % b]
  return a === 0n ? [0n, 1n] : [over / a, under / a]
}
const of = (n: number): Fraction => [BigInt(n), 1n]
const minus = (a: Fraction, b: Fraction) => reduced(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
const times = (a: Fraction, b: Fraction) => reduced(a[0] * b[0], a[1] * b[1])
const over = (a: Fraction, b: Fraction) =>
  b[0] < 0n ? reduced(-a[0] * b[1], a[1] * -b[0]) : reduced(a[0] * b[1], a[1] * b[0])
const isLess = (a: Fraction, b: Fraction) => a[0] * b[1] < b[0] * a[1]

/** Sums that are known of numbers that are not: the places of the unknown, and what they add up to. */
export interface KnownSum {
  readonly of: readonly number[]
  readonly sum: number
}

/**
 * The least and the most each of `count` unknown numbers (0 or more) can be, given sums of them: the two linear programmes an
 * attacker on a table would solve. Simplex in exact fractions with Bland's rule, so that it ends. undefined where no numbers fit.
 */
export function rangesOf(
  count: number,
  sums: readonly KnownSum[],
): (readonly [least: number, most: number])[] | undefined {
  const start = feasible(count, sums)
  if (!start) return undefined
  return Array.from({ length: count }, (_, i) => {
    const least = 0 - best(start, count, (j) => of(j === i ? -1 : 0))
    return [least, best(start, count, (j) => of(j === i ? 1 : 0))] as const
  })
}

/** Rows of the tableau, the last column its right side; which unknown each row stands for. */
interface Tableau {
  readonly rows: Fraction[][]
  readonly basis: number[]
}

function feasible(count: number, sums: readonly KnownSum[]): Tableau | undefined {
  const width = count + sums.length
  const rows = sums.map(({ of: places, sum }, r) => [
    ...Array.from({ length: count }, (_, i) => of(places.includes(i) ? 1 : 0)),
    ...Array.from({ length: sums.length }, (_, i) => of(i === r ? 1 : 0)),
    of(sum),
  ])
  const tableau = { rows, basis: sums.map((_, r) => count + r) }
  const left = climb(tableau, width, (j) => of(j < count ? 0 : -1), width)
  if (left[0] !== 0n) return undefined
  // A sum that follows from others leaves its helper at zero; it is turned out, or its row dropped.
  for (let r = tableau.rows.length - 1; r >= 0; r--) {
    if ((tableau.basis[r] ?? 0) < count) continue
    const column = tableau.rows[r]?.findIndex((value, j) => j < count && value[0] !== 0n) ?? -1
    if (column >= 0) pivot(tableau, r, column)
    else {
      tableau.rows.splice(r, 1)
      tableau.basis.splice(r, 1)
    }
  }
  return tableau
}

function best(start: Tableau, count: number, worth: (column: number) => Fraction): number {
  const tableau = { rows: start.rows.map((row) => [...row]), basis: [...start.basis] }
  const width = (start.rows[0]?.length ?? 1) - 1
  const [a, b] = climb(tableau, width, (j) => (j < count ? worth(j) : of(0)), count)
  return Number(a) / Number(b)
}

/** Climbs to the most that `worth` can be, changing the tableau; only columns below `open` may come in. */
function climb(tableau: Tableau, width: number, worth: (column: number) => Fraction, open: number): Fraction {
  const { rows, basis } = tableau
  for (;;) {
    const gain = (column: number) =>
      rows.reduce((sum, row, r) => minus(sum, times(worth(basis[r] ?? 0), row[column] ?? of(0))), worth(column))
    const column = Array.from({ length: open }, (_, j) => j).find((j) => !basis.includes(j) && gain(j)[0] > 0n)
    if (column === undefined)
      return rows.reduce(
        (sum, row, r) => minus(sum, times(worth(basis[r] ?? 0), times(of(-1), row[width] ?? of(0)))),
        of(0),
      )
    let leaves = -1
    for (const [r, row] of rows.entries()) {
      const by = row[column] ?? of(0)
      if (by[0] <= 0n) continue
      const ratio = over(row[width] ?? of(0), by)
      const held = rows[leaves]
      const least = held && over(held[width] ?? of(0), held[column] ?? of(1))
      if (!least || isLess(ratio, least) || (!isLess(least, ratio) && (basis[r] ?? 0) < (basis[leaves] ?? 0)))
        leaves = r
    }
    if (leaves < 0) throw new Error('unbounded')
    pivot(tableau, leaves, column)
  }
}

function pivot({ rows, basis }: Tableau, r: number, column: number): void {
  const by = rows[r]?.[column] ?? of(1)
  const row = rows[r]?.map((value) => over(value, by)) ?? []
  rows[r] = row
  basis[r] = column
  for (const [i, other] of rows.entries()) {
    const factor = other[column] ?? of(0)
    if (i === r || factor[0] === 0n) continue
    rows[i] = other.map((value, j) => minus(value, times(factor, row[j] ?? of(0))))
  }
}
