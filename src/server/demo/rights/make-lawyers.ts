import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { nameOf } from '../names.ts'
import { countedHeads } from '../sheet-heads.ts'
import { type Spot, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** F047 百名律师走基层 this year, and their share of the 人次 of F049; before it, fewer. Advice has no number in the articles. */
const whole = { lawyers: 100, clinics: 400, heads: 8_600, before: 200, advice: 1_500 }
const topics = ['family', 'family', 'safety', 'inheritance', 'land', 'labour', 'debt']

export async function makeLawyers(making: Making): Promise<void> {
  const { calendar, filing, scale } = making
  const chance = new Chance(36)
  const women = new Women(making.plan)
  const lawyers = spotsFor(making, chance, { total: whole.lawyers, atBanner: true, until: 400 }).map((spot) => ({
    spot,
    person: women.take(spot),
  }))
  for (const [i, { spot, person }] of lawyers.entries()) {
    const joined = Math.min(spot.day, calendar.today - 200)
    await filing.file({
      programme: 'lawyer',
      org: spot.place.code,
      made: calendar.day(joined),
      answers: {
        name: nameOf(person, spot.area),
        person,
        joinedOn: calendar.day(joined),
        licence: `9${String(i).padStart(16, '0')}`,
        firm: '草原律师事务所（演示）',
        fields: [chance.pick(topics)],
        languages: ['mandarin'],
      },
      steps: new Tale(calendar, joined).after(1, 'verify', {
        answers: { validTo: calendar.day(calendar.today + chance.whole(10, 118)) },
      }).steps,
    })
  }
  const { from, until } = calendar.campaign
  const { clinics, heads, before } = whole
  await holdClinics(making, chance, lawyers, { many: clinics * scale, heads: heads * scale, from, until })
  const earlier = { many: before * scale, heads: (heads * scale * before) / clinics, from: 0, until: from - 1 }
  await holdClinics(making, chance, lawyers, earlier)
  await giveAdvice(making, chance)
}

interface Clinics {
  readonly many: number
  readonly heads: number
  readonly from: number
  readonly until: number
}

/** Clinics from one day to another; every lawyer who had joined goes. */
async function holdClinics(
  making: Making,
  chance: Chance,
  lawyers: readonly { spot: Spot; person: string }[],
  { many, heads, from, until }: Clinics,
): Promise<void> {
  const joined = lawyers.filter(({ spot }) => spot.day < until)
  const total = Math.max(Math.round(many), joined.length)
  const sizes = apportion(
    Math.max(Math.round(heads), total),
    Array.from({ length: total }, () => 0.5 + chance.next()),
    1,
  )
  for (const [i, size] of sizes.entries()) {
    const { spot, person } = joined[i % joined.length] ?? never()
    const day = making.calendar.busyDay(chance, until, Math.max(from, spot.day + 1))
    await clinic(making, chance, { ...spot, day }, person, size)
  }
}

async function clinic(
  making: Making,
  chance: Chance,
  { place, day }: Spot,
  person: string,
  heads: number,
): Promise<void> {
  const { calendar, filing } = making
  const on = calendar.day(day)
  const counted = countedHeads(making, place.code, heads)
  const { id } = await filing.file({
    programme: 'legal-clinic',
    org: place.code,
    made: on,
    answers: {
      title: chance.pick(['律师走基层：家事法律咨询', '草场承包法律咨询日', '妇女权益法律讲堂']),
      heldOn: on,
      place: `${place.short}党群服务中心`,
      form: chance.pick(['clinic', 'talk', 'both']),
    },
    steps: [
      { action: 'heads', on, heads: [counted.heads] },
      { action: 'hold', on, answers: { lawyers: [{ person, role: 'lawyer' }] } },
    ],
  })
  counted.attach(id)
}

async function giveAdvice(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const spot of spotsFor(making, chance, { total: whole.advice, atBanner: true })) {
    const tale = new Tale(calendar, spot.day).after(chance.whole(0, 2), 'advise', {
      answers: { advice: '已说明法律规定、需要的材料和时限，建议先协商。', law: '《民法典》有关规定' },
    })
    if (chance.happens(0.2))
      tale
        .after(0, 'refer', { answers: { centre: `${spot.place.short}法律援助中心`, aidFor: '代理家事案件' } })
        .after(chance.whole(2, 6), 'grant')
        .after(2, 'assign', { answers: { lawyerName: '演示律师' } })
    tale.after(chance.whole(1, 10), 'close')
    await filing.file({
      programme: 'legal-advice',
      org: spot.place.code,
      made: calendar.day(spot.day),
      answers: {
        topic: chance.pick(topics),
        askedOn: calendar.day(spot.day),
        asker: women.take(spot),
        question: '想了解自己的权利，以及下一步要准备哪些材料。',
      },
      steps: tale.steps,
    })
  }
}

function never(): never {
  throw new Error('no lawyer')
}
