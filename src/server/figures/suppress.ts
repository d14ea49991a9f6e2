import type { FigurePart } from '../../core/api/figures.ts'

interface Row extends FigurePart {
  readonly own?: boolean
}

const small = (n: number | null | undefined): boolean =>
  n !== null && n !== undefined && Math.abs(n) > 0 && Math.abs(n) < 5

const isSmall = (row: Row): boolean =>
  row.denominator === undefined
    ? small(row.value)
    : small(row.numerator) || small(row.denominator) || small(row.denominator - (row.numerator ?? 0))

const sizeOf = (row: Row): number => Math.abs(row.denominator ?? row.value ?? 0)

/**
 * Which rows of a table of a confidential measure are hidden from those who do not handle it: 1–4, and when that is
 * exactly one row, which the whole would give away, the next smallest with it (a zero when there is nothing else). The
 * row 本级 hides nothing: a reader there knows it.
 */
export function hiddenRows(rows: readonly Row[]): boolean[] {
  const hidden = new Set(rows.filter(isSmall))
  if (hidden.size === 1) {
    const others = rows
      .filter((row) => !hidden.has(row))
      .sort((a, b) => Number(a.own ?? false) - Number(b.own ?? false) || sizeOf(a) - sizeOf(b))
    const next = others.find((row) => sizeOf(row) > 0 && !row.own) ?? others[0]
    if (next) hidden.add(next)
  }
  return rows.map((row) => hidden.has(row))
}

/** A part with nothing left to read. */
export function hide<P extends FigurePart>(part: P): P {
  const { numerator: _n, denominator: _d, ...rest } = part
  return { ...rest, value: null, grades: { A: 0, B: 0, C: 0, D: 0 }, suppressed: true } as unknown as P
}
