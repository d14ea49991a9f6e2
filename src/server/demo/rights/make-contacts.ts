import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { madeName } from '../names.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import { heardCalls } from './heard.ts'

/** No article numbers these: enough that every list has pages. */
const whole = { contacts: 6_000, cases: 2_400 }
export const quiet = {
  weapon: false,
  choking: false,
  killing: false,
  escalation: false,
  stalking: false,
  suicide: false,
  children: false,
  drink: true,
  separated: false,
}
const safeContacts = ['工作日上午，打本人手机', '发短信约时间，不要直接打', '下午三点以后']
const base = (calendar: Making['calendar'], chance: Chance, day: number) => {
  const { advice, ...told } = chance.pick(heardCalls)
  const danger = told.category === 'violence' ? { danger: quiet } : {}
  return {
    advice,
    given: {
      topic: chance.pick(['service', 'service', 'advice']),
      receivedOn: calendar.day(day),
      channel: chance.pick(['hotline', 'hotline', 'hotline', 'visit', 'letter', 'online']),
      ...told,
      ...danger,
    },
  }
}

/** 12338 contacts, answered and closed or handed on; those of the last day may wait. */
export async function makeContacts(making: Making): Promise<void> {
  const { calendar, filing } = making
  const chance = new Chance(32)
  for (const { place, area, day } of spotsFor(making, chance, { total: whole.contacts, atBanner: true })) {
    const on = calendar.day(day)
    const { given, advice } = base(calendar, chance, day)
    const named = chance.happens(0.5)
    const tale = new Tale(calendar, day)
    const violent = given.category === 'violence'
    const danger = { ...(given.category === 'family' && { danger: quiet }) }
    if (day < calendar.today || chance.happens(0.5)) tale.after(0, 'answer', { answers: { ...danger, advice } })
    if (tale.steps.length > 0 && violent) tale.after(0, 'refer', { answers: { line: 'legal-aid', way: 'warm' } })
    const calledBack = tale.steps.length > 0 && named && chance.happens(0.4)
    if (calledBack)
      tale.after(0, 'promise', { answers: { callbackOn: calendar.day(day + 3), callbackAt: '下午三点以后' } })
    if (tale.steps.length > 0) closing(tale, chance.happens(0.85))
    if (calledBack)
      tale.after(3, 'callback', { answers: { outcome: 'reached', note: '她说已和家里商量好，没有别的事。' } })
    await filing.file({
      programme: 'hotline-contact',
      org: place.code,
      first: 'operator',
      made: on,
      madeAt: `${on}T08:${String(chance.whole(10, 59))}:00+08:00`,
      answers: {
        ...given,
        receivedAt: `${on}T08:05:00+08:00`,
        recordingTold: true,
        minutes: chance.whole(4, 35),
        anonymous: !named,
        ...(named && {
          callerName: madeName(chance, area, 'female'),
          callerPhone: `169${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`,
          safeContact: chance.pick(safeContacts),
        }),
        relation: chance.pick(['herself', 'herself', 'relative', 'neighbour']),
      },
      steps: tale.steps,
    })
  }
}
const closing = (tale: Tale, enough: boolean) =>
  enough
    ? tale.after(0, 'closeAdvice', { answers: { enough } })
    : tale.after(0, 'transfer', { answers: { line: 'government', way: 'warm' } })

/** Rights cases from their first day to where they stand. */
export async function makeCases(making: Making): Promise<void> {
  const chance = new Chance(33)
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.cases, atBanner: true })) {
    const { given } = base(making.calendar, chance, spot.day)
    await making.filing.file({
      programme: 'rights-case',
      org: spot.place.code,
      made: making.calendar.day(spot.day),
      answers: {
        ...given,
        safeContact: chance.pick(safeContacts),
        ...(chance.happens(0.8) && { woman: women.take(spot) }),
      },
      steps: caseSteps(making, chance, spot, given.category === 'violence'),
    })
  }
}

function caseSteps({ calendar }: Making, chance: Chance, { day }: Spot, violent: boolean) {
  const tale = new Tale(calendar, day)
  tale.after(0, 'gradeOther', { answers: { why: '九项逐项问过，眼下没有现实危险。' } }).after(0, 'declare')
  tale.after(chance.whole(0, 1), 'triage', { answers: violent ? { danger: quiet } : {} })
  tale.after(chance.whole(0, 2), 'accept', { answers: { way: 'phone', said: '已告知受理和下一步怎么办。' } })
  tale.after(chance.whole(0, 2), 'plan', {
    answers: { plan: [{ what: '联系相关单位了解情况', on: calendar.day(Math.min(day + 10, calendar.today + 60)) }] },
  })
  tale.after(chance.whole(1, 8), 'work', {
    answers: { kind: chance.pick(['call', 'visit', 'legal', 'coordinate']), notes: '已联系并记下进展。' },
  })
  const end = Math.min(day + 50, calendar.today)
  const waits = chance.whole(3, 25)
  tale.after(waits, 'resolve', {
    answers: {
      result: chance.pick(['agreement', 'advice', 'agency-handled', 'aid', 'sued']),
      toldOn: calendar.day(Math.max(Math.min(tale.at + waits, end), day)),
    },
  })
  tale.after(1, 'follow')
  const rounds = violent ? [6, 22, 58] : [6]
  for (const wait of rounds)
    tale.after(wait, 'visit', {
      answers: { reached: 'yes', safe: violent ? 'none' : 'not-asked', content: chance.pick(['good', 'good', 'fair']) },
    })
  tale.after(2, 'close', { answers: { volume: true } })
  return tale.steps
}
