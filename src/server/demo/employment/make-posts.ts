import { addCalendarDays } from '../../../core/day.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import type { Spot } from '../spots.ts'
import { Tale } from '../tale.ts'
import type { MadeEmployer } from './make-employers.ts'
import { postWords } from './words.ts'

/** Days before its fair on which a post is entered, and how long it stays. */
export const postedBefore = 20
const stays = 80

export interface MadePost {
  readonly id: string
  readonly employer: MadeEmployer
  readonly headcount: number
  /** The day it was entered, of the calendar. */
  readonly day: number
  /** Its last day on show. */
  readonly until: number
}

/** Words only, of a post of this employer; the pay in fen. */
export function postAnswers(making: Making, chance: Chance, employer: MadeEmployer, day: number, headcount: number) {
  const { calendar } = making
  const words = chance.pick(postWords)
  const more = chance.whole(0, 6) * 100
  return {
    title: words.title,
    employer: employer.id,
    openedOn: calendar.day(day),
    kind: words.kind,
    headcount,
    duties: words.duties,
    conditions: words.conditions,
    education: chance.pick(['any', 'any', 'middle', 'high']),
    place: `${employer.spot.place.short}城区`,
    hours: words.kind === 'mother' ? '9:00—15:30' : '8:30—17:30',
    payFrom: (words.pay[0] + more) * 100,
    payTo: (words.pay[1] + more) * 100,
    payPer: 'month',
    insurance: words.kind === 'full',
    apply: '到招聘会展位，或者由妇联转告单位',
    validTo: addCalendarDays(calendar.day(day), stays),
  }
}

export async function makePost(
  making: Making,
  chance: Chance,
  { place }: Pick<Spot, 'place'>,
  employer: MadeEmployer,
  { day, headcount, association = false }: { day: number; headcount: number; association?: boolean },
): Promise<MadePost> {
  const { calendar, filing } = making
  const tale = new Tale(calendar, day)
    .after(1, 'check')
    .after(1, 'publish', { answers: { licence: `${place.short}公共就业服务机构（演示许可）` } })
  const luck = chance.next()
  if (luck < 0.4) tale.after(chance.whole(postedBefore + 2, 70), 'fill')
  else if (luck < 0.405)
    tale
      .after(chance.whole(3, 15), 'report', { answers: { trouble: 'pay', what: '说好的工资和登记的不一样。' } })
      .after(2, 'remove', { reason: '和单位核对，工资确实不实' })
  else tale.after(stays - 1, 'expire')
  const { id } = await filing.file({
    programme: 'job-post',
    org: place.code,
    made: calendar.day(day),
    answers: {
      ...postAnswers(making, chance, employer, day, headcount),
      source: association ? 'association' : 'own',
    },
    steps: tale.steps,
  })
  return { id, employer, headcount, day, until: day + stays }
}
