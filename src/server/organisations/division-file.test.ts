import { describe, expect, it } from 'vitest'
import { isOrgCode, levelOf, levels, orgCode, parentOf } from '../../core/org-code.ts'
import { readDivisions } from './division-file.ts'

const mainland = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
)

describe('the division list', () => {
  const region = readDivisions('15')

  it('holds the real divisions of region 15', () => {
    const count = levels.map((level) => region.filter((division) => division.level === level).length)
    expect(count).toEqual([1, 12, 108, 1225, 14592])
    expect(region.filter(({ level, quasi }) => level === 'banner' && !quasi)).toHaveLength(103)
    expect(region.filter(({ level, quasi }) => level === 'township' && !quasi)).toHaveLength(1022)
    expect(region[0]).toEqual({ code: 150000000000, name: '内蒙古自治区', level: 'region', quasi: false })
    const byCode = new Map(region.map(({ code, name }) => [code, name]))
    expect([152900000000, 152921000000, 150172000000].map((code) => byCode.get(code))).toEqual([
      '阿拉善盟',
      '阿拉善左旗',
      '呼和浩特经济技术开发区',
    ])
  })

  it.each(mainland)('province %s: unique codes in order, each under a parent that is there', (province) => {
    const divisions = readDivisions(province)
    const seen = new Set<number>()
    let last = 0
    for (const { code, name, level } of divisions) {
      const org = orgCode(code)
      const parent = parentOf(org)
      const wrong =
        code <= last ||
        !isOrgCode(org) ||
        levelOf(org) !== level ||
        !name ||
        (parent !== undefined && !seen.has(parent))
      if (wrong) expect.fail(`${code} ${name}`)
      seen.add(org)
      last = code
    }
    expect(divisions.filter(({ level }) => level === 'region')).toHaveLength(1)
  })

  it('holds every village of the list', () => {
    const villages = mainland.flatMap((province) => readDivisions(province).filter(({ level }) => level === 'village'))
    // 620,573 in the list, less the placeholder 350527000000 that repeats 金门县.
    expect(villages).toHaveLength(620_572)
  })

  it('refuses what is not a province', () => {
    expect(() => readDivisions('99')).toThrow('no divisions of province 99')
    expect(() => readDivisions('../15')).toThrow('no divisions of province')
  })
})
