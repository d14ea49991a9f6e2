import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Bound,
  type IndicatorUnit,
  indicatorUnitIds,
  indicatorUnits,
  type Target,
} from '../../../core/indicators/indicator.ts'
import type { Outline } from '../../../core/indicators/outline.ts'
import { repositoryRoot } from '../../paths.ts'

/** An indicator of the demo: its words are the demo's own, its numbers are made; what the articles say comes out in 2022. */
export interface MadeIndicator {
  readonly code: string
  readonly outline: Outline
  readonly domain: string
  readonly name: string
  readonly nameEn: string
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly direction: 'up' | 'down'
  /** Words and size of the denominator in 2022; the numerator follows from the value. */
  readonly parts?: { readonly numerator: string; readonly denominator: string; readonly size: number }
  readonly department: string
  readonly level: 'region' | 'league' | 'banner'
  readonly baseYear: number
  readonly targets: readonly Target[]
  /** The region in 2020, 2022 and 2025; years between lie on the line. */
  readonly run: readonly [number, number, number]
}

/** 2025>=81;2030<=12:words;2030:words only. */
function targetsOf(text: string, unit: IndicatorUnit): Target[] {
  return text.split(';').flatMap((one) => {
    const match = /^(\d{4})(?:(>=|<=)([\d.]+))?(?::(.+))?$/.exec(one)
    if (!match) return []
    const [, year, bound, value, words] = match
    const said = bound === '<=' ? ['控制在', '以下'] : ['达到', '以上']
    return {
      year: Number(year),
      value: value === undefined ? null : Number(value),
      bound: (bound ?? '=') as Bound,
      words: words ?? `${year} 年${said[0]} ${value}${indicatorUnits[unit].label.zh}${said[1]}`,
    }
  })
}

/** The lines of data/indicators/outlines.txt. */
export async function readIndicators(): Promise<MadeIndicator[]> {
  const text = await readFile(join(repositoryRoot, 'data', 'indicators', 'outlines.txt'), 'utf8')
  const [, ...lines] = text.trim().split('\n')
  return lines.map((line) => {
    const [
      code = '',
      domain = '',
      name = '',
      nameEn = '',
      written,
      decimals,
      direction,
      department = '',
      level,
      ...rest
    ] = line.split('|')
    const [first, middle, last, targets = '', numerator = '', denominator = '', size] = rest
    const unit = indicatorUnitIds.find((id) => id === written)
    if (!unit) throw new Error(`${code}: no unit ${written}`)
    return {
      code,
      outline: code.startsWith('W') ? 'women' : 'children',
      domain,
      name,
      nameEn,
      unit,
      decimals: Number(decimals),
      direction: direction === 'down' ? 'down' : 'up',
      ...(numerator && { parts: { numerator, denominator, size: Number(size) } }),
      department,
      level: level as MadeIndicator['level'],
      baseYear: 2020,
      targets: targetsOf(targets, unit),
      run: [Number(first), Number(middle), Number(last)],
    }
  })
}

/** A body that meets once a term: the articles give only by how much women's share rose (F059–F061); terms and bases are made. */
export interface MadeTerm {
  readonly definition: MadeIndicator
  readonly from: number
  readonly base: number
  readonly to: number
  readonly change: number
}

const term = (
  code: string,
  [body, english]: readonly [string, string],
  [from, to]: readonly [number, number],
  base: number,
  change: number,
): MadeTerm => ({
  definition: {
    code,
    outline: 'women',
    domain: 'participation',
    name: `${body}中女性占比`,
    nameEn: `Women among ${english}`,
    unit: 'percent',
    decimals: 1,
    direction: 'up',
    parts: { numerator: `女${body.slice(-2)}`, denominator: body, size: 0 },
    department: '组织部',
    level: 'region',
    baseYear: from,
    targets: targetsOf('2030:逐步提高', 'percent'),
    run: [0, 0, 0],
  },
  from,
  base,
  to,
  change,
})

export const madeTerms: readonly MadeTerm[] = [
  term('W-PAR-01', ['自治区党代会代表', 'delegates to the regional congress'], [2016, 2021], 30.1, 2.9),
  term('W-PAR-02', ['自治区人大代表', 'deputies of the regional people’s congress'], [2018, 2023], 27.6, 1.1),
  term('W-PAR-03', ['自治区政协委员', 'members of the regional consultative conference'], [2018, 2023], 24.2, 3.5),
]
