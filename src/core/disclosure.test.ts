import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstRevealing, type Known, smallest } from './disclosure.ts'
import { levelSpan, type OrgCode, orgCode } from './org-code.ts'

const region = orgCode(150000000000)
const leagues = [1, 2, 3, 4, 5].map((n) => region + n * levelSpan.league)
const childrenOf = (org: OrgCode) => (org === region ? leagues : [])
const known = (org: OrgCode, value: number, name = 'settled 2025'): Known => ({ name, org, value })

test('a small number itself is held back; zero and larger ones are not', () => {
  expect(firstRevealing([], [known(region, 4)], childrenOf)).toEqual(known(region, 4))
  expect(firstRevealing([], [known(region, 0)], childrenOf)).toBeUndefined()
  expect(firstRevealing([], [known(region, 5)], childrenOf)).toBeUndefined()
})

test('what is left of a published whole must not be small, also over several releases and in either order', () => {
  const parts = leagues.slice(0, 4).map((org) => known(org, 20))
  expect(firstRevealing([], [known(region, 83), ...parts], childrenOf)).toBeDefined()
  expect(firstRevealing([known(region, 83)], parts, childrenOf)).toBeDefined()
  expect(firstRevealing(parts, [known(region, 83)], childrenOf)).toBeDefined()
  expect(firstRevealing(parts, [known(region, 80)], childrenOf), 'nothing left tells a zero').toBeDefined()
  expect(firstRevealing(parts, [known(region, 86)], childrenOf)).toBeUndefined()
  expect(firstRevealing(parts, [known(region, 83, 'settled 2024')], childrenOf), 'another year').toBeUndefined()
})

/**
 * What somebody who adds and subtracts can say of each league from all that was ever published: lower and upper bound.
 * For one whole and its parts the bounds of the linear programme are these, in closed form.
 */
function attack(published: readonly Known[]): Map<OrgCode, [number, number]> {
  const at = new Map(published.map((k) => [k.org, k.value]))
  const total = at.get(region)
  const open = leagues.filter((org) => !at.has(org))
  const left = total === undefined ? undefined : total - leagues.reduce((sum, org) => sum + (at.get(org) ?? 0), 0)
  return new Map(
    leagues.map((org) => {
      const told = at.get(org)
      if (told !== undefined) return [org, [told, told]]
      if (left === undefined) return [org, [0, Number.POSITIVE_INFINITY]]
      return [org, [open.length === 1 ? left : 0, left]]
    }),
  )
}

test('whatever is asked for in whatever order, nobody can bound a held-back number below the limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.subarray([region, ...leagues], { minLength: 1 }), { minLength: 1, maxLength: 8 }),
      (truth, requests) => {
        const valueIn = (org: OrgCode) =>
          org === region ? truth.reduce((a, b) => a + b, 0) : (truth[leagues.indexOf(org)] ?? 0)
        let published: Known[] = []
        for (const request of requests) {
          const fresh = request.map((org) => known(org, valueIn(org)))
          if (!firstRevealing(published, fresh, childrenOf)) published = [...published, ...fresh]
        }
        const told = new Set(published.map((k) => k.org))
        for (const [org, [low, high]] of attack(published)) {
          expect(low).toBeLessThanOrEqual(valueIn(org))
          if (told.has(org)) expect(low === 0 || low >= smallest).toBe(true)
          else if (told.has(region) && told.size > 1) expect(high).toBeGreaterThanOrEqual(smallest)
        }
      },
    ),
    { numRuns: 2000 },
  )
})
