import type { MeasureInfo } from '../data/measures.ts'

/**
 * Which measures stand on the first page: the first of each programme, then the second of each, until there are enough; those
 * of the programmes this post works with before the others.
 */
export function homeMeasures(
  all: readonly MeasureInfo[],
  count: number,
  mine: ReadonlySet<string> = new Set(),
): MeasureInfo[] {
  const names = [...new Set(all.map((measure) => measure.programme))]
  const programmes = [...names.filter((name) => mine.has(name)), ...names.filter((name) => !mine.has(name))].map(
    (programme) => all.filter((measure) => measure.programme === programme),
  )
  const deepest = Math.max(0, ...programmes.map((list) => list.length))
  const rounds = Array.from({ length: deepest }, (_, round) => programmes.flatMap((list) => list[round] ?? []))
  return rounds.flat().slice(0, count)
}
