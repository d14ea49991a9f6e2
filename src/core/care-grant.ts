import { field } from './field.ts'
import type { Claim, Facts } from './programme.ts'
import type { Role } from './role.ts'

/** Who asks for care money, when and why. */
export const careFields = {
  appliedOn: field.day({ label: { zh: '申请日期', en: 'Applied on' }, class: 'P1', required: true, past: true }),
  person: field.person({ label: { zh: '本人', en: 'The woman' }, class: 'P2', required: true }),
  situation: field.text({
    label: { zh: '困难情况', en: 'Situation' },
    class: 'P3',
    required: true,
    min: 5,
    max: 2000,
  }),
}

/** What an application that is seen at home comes to when it is not approved. */
export const careSteps = <const B extends readonly Role[]>(by: B) =>
  ({
    giveBack: {
      label: { zh: '退回重新了解', en: 'Give back' },
      from: ['assessed'],
      to: 'applied',
      by,
      reach: 'below',
      reason: true,
    },
    refuse: {
      label: { zh: '不符合，告知本人', en: 'Refuse and tell her' },
      from: ['applied', 'assessed'],
      to: 'refused',
      by,
      reach: 'below',
      reason: true,
    },
  }) as const

/** Asked of her after the payment. */
export const moneyCame = field.yesNo({ label: { zh: '钱收到了', en: 'The money came' }, class: 'P1', required: true })

/** A person has one of these a year, by the day it was asked for; given up when it comes to nothing. */
export const onceAYear =
  (programme: string) =>
  ({ state, on, person }: Pick<Facts, 'state' | 'on' | 'person'>): readonly Claim[] =>
    person && state !== 'refused' && state !== 'withdrawn' ? [{ person, key: `${programme}-${on.slice(0, 4)}` }] : []
