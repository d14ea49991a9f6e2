import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ancestorsOf,
  areaOf,
  childLevel,
  childPrefix,
  divisionOf,
  formatOrgCode,
  isOrgCode,
  isWithin,
  levelOf,
  levels,
  orgCode,
  ownPart,
  parentOf,
  parseOrgCode,
  regionOf,
  serialOf,
  subtreeOf,
} from './org-code.ts'

const region = 1500000000000000
const league = 1529000000000000
const banner = 1529210000000000
const township = 1529211120000000
const village = 1529211122010000
const home = 1529211122010003

describe('organisation codes', () => {
  it('tells level, area, region, division and serial', () => {
    expect([region, league, banner, township, village].map(levelOf)).toEqual(levels)
    expect(levelOf(home)).toBe('village')
    expect(levelOf(league + 7)).toBe('league')
    expect([region, league, home].map(areaOf)).toEqual([1500, 1529, 1529])
    expect(regionOf(home)).toBe(region)
    expect([divisionOf(home), serialOf(home)]).toEqual([152921112201, 3])
    expect(orgCode(152921112201, 3)).toBe(home)
    expect([childLevel('region'), childLevel('village')]).toEqual(['league', undefined])
  })

  it('climbs by arithmetic, a serial organisation to its own division', () => {
    expect(ancestorsOf(home)).toEqual([region, league, banner, township, village])
    expect(parentOf(league + 7)).toBe(league)
    expect(parentOf(region + 1)).toBe(region)
    expect(parentOf(region)).toBeUndefined()
  })

  it('skips a missing county: 东莞 has townships directly under the prefecture', () => {
    const dongguan = orgCode(441900000000)
    const street = orgCode(441900003000)
    expect(ancestorsOf(street)).toEqual([orgCode(440000000000), dongguan])
    expect(childPrefix(orgCode(441900003001), dongguan)).toBe(street)
    expect(isOrgCode(street)).toBe(true)
  })

  it('gives a subtree as an inclusive range', () => {
    expect(subtreeOf(township)).toEqual([1529211120000000, 1529211129999999])
    expect(subtreeOf(region)).toEqual([region, 1599999999999999])
    expect(subtreeOf(home)).toEqual([home, home])
    expect(isWithin(home, league)).toBe(true)
    expect(isWithin(home, league + 7)).toBe(false)
    expect(isWithin(league, banner)).toBe(false)
  })

  it('folds a deeper code into the row of the table by child, own serials into 本级', () => {
    expect(childPrefix(home, region)).toBe(league)
    expect(childPrefix(home, banner)).toBe(township)
    expect(childPrefix(banner + 2, banner)).toBe(banner)
    expect(childPrefix(home, village)).toBe(village)
    expect(childPrefix(home, home)).toBe(home)
    expect(childPrefix(league, banner)).toBeUndefined()
  })

  it('writes and reads codes, and gives nothing for nonsense', () => {
    expect(formatOrgCode(township)).toBe('152921112000')
    expect(formatOrgCode(home)).toBe('152921112201-0003')
    expect([parseOrgCode('152921112201-0003'), parseOrgCode(' 1529211122010003 ')]).toEqual([home, home])
    expect([region, league, banner, township, village, home].map(ownPart)).toEqual([
      '15',
      '29',
      '21',
      '112',
      '201',
      '0003',
    ])
    const nonsense = [
      '',
      '15',
      '152921',
      '000000000000',
      '150021000000',
      '152921000201',
      '990000000000',
      '15292111220x',
    ]
    expect(nonsense.map(parseOrgCode)).toEqual(nonsense.map(() => undefined))
    expect([isOrgCode(1.5e15 + 0.5), isOrgCode(Number.NaN), isOrgCode(2 ** 60)]).toEqual([false, false, false])
  })

  it('keeps its laws for every code', () => {
    const part = (max: number) => fc.integer({ min: 0, max })
    const code = fc
      .tuple(fc.integer({ min: 11, max: 82 }), part(99), part(99), part(999), part(999), part(9999))
      .map(([p, l, b, t, v, s]) => (((p * 100 + l) * 100 + b) * 1000 + t) * 1e7 + v * 1e4 + s)
      .filter(isOrgCode)
    fc.assert(
      fc.property(code, (c) => {
        const chain = [...ancestorsOf(c), c]
        for (const [index, above] of chain.entries()) {
          expect(isWithin(c, above)).toBe(true)
          expect(childPrefix(c, above)).toBe(serialOf(chain[index + 1] ?? 1) > 0 ? above : chain[index + 1])
        }
        expect(parseOrgCode(formatOrgCode(c))).toBe(c)
      }),
      { numRuns: 2000 },
    )
  })
})
