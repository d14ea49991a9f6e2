import type { Day } from '../../core/day.ts'
import type { Span } from '../../core/minimum.ts'
import type { Label } from '../../core/unit.ts'

/** What a place may be called on its door; one place may hold several (C18). */
export const plaques = {
  centre: { zh: '家庭教育指导中心', en: 'Guidance centre' },
  school: { zh: '社区（嘎查村）家长学校', en: 'Community parent school' },
  'school-parents': { zh: '学校家长学校', en: 'Parent school of a school' },
  point: { zh: '家庭教育指导服务点', en: 'Guidance service point' },
  home: { zh: '儿童之家', en: 'Children’s home' },
  reading: { zh: '亲子阅读体验基地', en: 'Parent-child reading base' },
  practice: { zh: '家庭教育实践基地', en: 'Family-education practice base' },
} as const satisfies Record<string, Label>

export type Plaque = keyof typeof plaques

/** The least a plaque asks for: D29 four activities a year, D30 two a term. */
export const minimums = {
  school: { least: 4, per: 'year', rule: 'D29' },
  'school-parents': { least: 2, per: 'term', rule: 'D30' },
} as const satisfies Partial<Record<Plaque, { least: number; per: 'year' | 'term'; rule: string }>>

/** The calendar year, or the term a day falls in: autumn September to January, spring February to August. */
export function spanOf(per: 'year' | 'term', day: Day): Span {
  const year = Number(day.slice(0, 4))
  if (per === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  const month = Number(day.slice(5, 7))
  if (month >= 9) return { from: `${year}-09-01`, to: `${year + 1}-01-31` }
  if (month === 1) return { from: `${year - 1}-09-01`, to: `${year}-01-31` }
  return { from: `${year}-02-01`, to: `${year}-08-31` }
}
