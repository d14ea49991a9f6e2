import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'
import type { MadePlace } from './make-places.ts'

/** No article numbers these: enough that lists have pages and suppression something to hide. */
const whole = { consults: 5_400, orders: 260 }
const told = [
  '孩子回家就看手机，一说就吵，想知道怎么和他说。',
  '孩子不愿上学，早上起不来，问原因也不说。',
  '老人带着孩子，和老人想法不一样，不知怎么办。',
  '孩子上初中以后不爱说话，担心他有心事。',
]
const safe = { selfHarm: false, violence: false, abuse: false }

/** Consultations and orders: quiet ones, told without anybody's story. */
export async function makeGuidance(making: Making, places: readonly MadePlace[]): Promise<void> {
  const chance = new Chance(64)
  const centres = new Map(places.filter((p) => p.plaques.includes('centre')).map((p) => [p.spot.banner, p.id]))
  const women = new Women(making.plan)
  for (const { place, banner, area, day } of spotsFor(making, chance, { total: whole.consults, atBanner: true })) {
    const { calendar, filing } = making
    const tale = new Tale(calendar, day)
    if (day < calendar.today) tale.after(0, 'screen', { answers: { danger: safe } }).after(0, 'triage')
    const later = day + 4
    if (tale.steps.length > 0)
      tale
        .after(chance.whole(1, 4), 'book', {
          answers: {
            consent: true,
            childConsent: 'none',
            bookedFor: `${calendar.day(Math.min(later, calendar.today))}T10:00:00+08:00`,
          },
        })
        .after(chance.whole(1, 5), 'guide', {
          answers: { goals: '先听，再定一件能做到的小事。', note: '家长说了近况，一起定了每天半小时不看手机。' },
        })
        .after(chance.whole(7, 20), 'guide', {
          answers: { goals: '看看做得怎么样。', note: '做到了大半，家长说吵得少了，再坚持两周。' },
        })
        .after(chance.whole(7, 20), 'end', { answers: { result: chance.pick(['better', 'better', 'same']) } })
        .after(chance.whole(20, 30), 'follow')
    const centre = centres.get(banner)
    const named = chance.happens(0.4)
    await filing.file({
      programme: 'family-consult',
      org: place.code,
      made: calendar.day(day),
      answers: {
        topic: 'guidance',
        askedOn: calendar.day(day),
        ...(centre && { place: centre }),
        ...(named ? { parent: women.take({ banner, area }) } : { alias: chance.pick(['小雨妈妈', '李姐', '乌嫂']) }),
        ageBand: chance.pick(['under6', '6-13', '6-13', '14-17']),
        problems: ['talk'],
        told: chance.pick(told),
      },
      steps: tale.steps,
    })
  }
  await makeOrders(making, chance)
}

async function makeOrders(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  const women = new Women(making.plan)
  for (const { place, banner, area, day } of spotsFor(making, chance, { total: whole.orders, atBanner: true })) {
    const sessions = chance.whole(2, 4)
    const tale = new Tale(calendar, day).after(chance.whole(2, 7), 'plan', {
      answers: {
        contact: '法院联络员',
        goals: '按时陪伴，和学校保持联系。',
        plan: '每两周一次，线下进行。',
        guide: '指导员',
      },
    })
    for (let n = 0; n < sessions; n++)
      tale.after(chance.whole(10, 16), 'guide', {
        answers: { attended: true, minutes: 60, note: '按计划进行，家长认真。' },
      })
    tale
      .after(chance.whole(1, 5), 'complete', { answers: { assessed: '家长按时参加，能说出做法并开始做。' } })
      .after(chance.whole(1, 6), 'report', { answers: { toldTo: '出具单位联系人', howTold: '书面报告' } })
      .after(chance.whole(5, 20), 'close')
    await filing.file({
      programme: 'guidance-order',
      org: place.code,
      made: calendar.day(day),
      answers: {
        topic: 'paper',
        receivedOn: calendar.day(day),
        kind: chance.pick(['order', 'order', 'supervision', 'police', 'advice']),
        issuer: '旗县区法院（演示）',
        documentNo: `演示-${day}`,
        issuedOn: calendar.day(day - 3),
        parent: women.take({ banner, area }),
        childInitials: 'XX',
        childYear: 2012,
        reason: chance.pick(['neglect', 'conduct', 'divorce']),
        sessions,
        periodTo: calendar.day(Math.min(day + 120, calendar.today + 110)),
      },
      steps: tale.steps,
    })
  }
}
