import { field } from '../../core/field.ts'
import type { Role } from '../../core/role.ts'
import type { Label } from '../../core/unit.ts'

/** The brand's keepers at every level (processes 7.1: BAN.dev, LEAG.dev, REG.dev), and who reads. */
export const keepers = ['development', 'chair'] as const satisfies readonly Role[]
export const readers = ['company', ...keepers, 'statistician'] as const satisfies readonly Role[]
export const upper = ['banner', 'league', 'region'] as const

export const services = {
  cleaning: { zh: '保洁', en: 'Cleaning' },
  tidying: { zh: '整理收纳', en: 'Tidying' },
  cooking: { zh: '家庭烹饪', en: 'Cooking' },
  mother: { zh: '母婴护理', en: 'Mother and newborn' },
  infant: { zh: '婴幼儿照护', en: 'Infant care' },
  elder: { zh: '居家养老照护', en: 'Care of elders' },
  patient: { zh: '病患陪护', en: 'Care of the sick' },
} as const satisfies Record<string, Label>
export type ServiceKind = keyof typeof services

/** Whoever cares for a body shows a certificate for it (processes 7.2). */
export const certified: readonly string[] = ['mother', 'infant', 'elder', 'patient'] satisfies ServiceKind[]

export const priceUnits = {
  hour: { zh: '每小时', en: 'an hour' },
  visit: { zh: '每次', en: 'a visit' },
  day: { zh: '每天', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  metre: { zh: '每平方米', en: 'a square metre' },
} as const satisfies Record<string, Label>

/** The company behind it: only one with the brand's authorisation may be named. */
export const company = field.record('homecare-company', {
  label: { zh: '家政公司', en: 'Company' },
  class: 'P1',
  required: true,
  standing: ['authorised'],
})

export const yes = (zh: string, en: string) => field.yesNo({ label: { zh, en }, class: 'P1', required: true })
