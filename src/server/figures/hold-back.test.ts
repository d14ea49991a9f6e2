import { expect, test } from 'vitest'
import { holdBack } from './hold-back.ts'

test('few are held back together with the next row that has anything, nothing is no secret, many are told', () => {
  expect(holdBack([7, 9, 12, 20])).toEqual([false, false, false, false])
  expect(holdBack([7, 2, 12, 20])).toEqual([false, true, true, false])
  expect(holdBack([7, 12, 20, 2])).toEqual([true, true, false, true])
  expect(holdBack([7, 0, 12, 20])).toEqual([false, false, false, false])
  expect(holdBack([-2, 30, 30])).toEqual([true, true, false])
  expect(holdBack([])).toEqual([])
})

/** All ways to share a sum among so many rows. */
const shares = (sum: number, rows: number): number[][] =>
  rows === 1
    ? [[sum]]
    : Array.from({ length: sum + 1 }, (_, n) => shares(sum - n, rows - 1).map((rest) => [n, ...rest])).flat()
/** What an attacker sees: what is told, and of her own organisation all. */
const view = (values: readonly number[], own: number | undefined) =>
  holdBack(values, own)
    .map((held, row) => (held && row !== own ? 'x' : values[row]))
    .join()

test.each([undefined, 0])(
  'who knows the rule, the whole and all that is told cannot work out who is few: another table looks the same (own row: %s)',
  (own) => {
    const worked: string[] = []
    for (const rows of [3, 4, 5])
      for (let sum = 5; sum <= (rows === 5 ? 17 : 24); sum++) {
        const alike = new Map<string, number[][]>()
        for (const values of shares(sum, rows)) {
          const said = view(values, own)
          const held = alike.get(said)
          if (held) held.push(values)
          else alike.set(said, [values])
        }
        for (const tables of alike.values())
          for (let row = 0; row < rows; row++) {
            if (row === own) continue
            const seen = new Set(tables.map((values) => values[row] ?? 0))
            const [only = 0] = seen
            if (seen.size === 1 && only > 0 && only < 5) worked.push(`${JSON.stringify(tables[0])} tells row ${row}`)
          }
      }
    expect(worked.slice(0, 8), `${worked.length}`).toEqual([])
  },
  60_000,
)
