import { field } from '../../core/field.ts'
import type { Role } from '../../core/role.ts'

/** 红娘 and organisers hold the family post; no other role sees this zone (processes 6.1). */
export const matchmakers = ['family'] as const satisfies readonly Role[]
export const upper = ['banner', 'league', 'region'] as const

/** Clothing subsidy of a couple at a group wedding, in fen (R-MAT-04). */
export const clothingFen = 500_00

/** Two people and nobody else. What they are called is shown to their matchmaker only. */
export const two = field.people(
  { one: { zh: '一方', en: 'One of the two' } },
  { label: { zh: '两个人', en: 'The two' }, class: 'P3', required: true, min: 2, max: 2 },
)

export const troubles = {
  harassment: { zh: '骚扰、跟踪、恐吓', en: 'Harassment, stalking, threats' },
  money: { zh: '要钱、借钱、推销', en: 'Asks for money' },
  false: { zh: '身份或婚姻状况是假的', en: 'False identity or marital status' },
  leak: { zh: '把照片、聊天传出去', en: 'Spreads photos or messages' },
  matchmaker: { zh: '红娘收费或私下联系', en: 'A matchmaker takes a fee' },
}
