import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'

/** No article numbers these. */
const whole = { rounds: 12_000, requests: 3_600 }
const done = ['到三户看望，讲了新政策，听了意见。', '小组议了两件事，分了工。', '走了草场上的两个点，帮着填了表。']

/** What the 123 and 135 methods ask for, done round by round, and services a village asked for. */
export async function makeLineWork(making: Making): Promise<void> {
  const chance = new Chance(72)
  const items = await makeItems(making)
  const { calendar, filing } = making
  for (const [i, { place, day }] of spotsFor(making, chance, { total: whole.rounds }).entries()) {
    const item = items[i % Math.max(items.length, 1)]
    const tale = new Tale(calendar, day).after(chance.whole(1, 12), 'do', {
      answers: { done: chance.pick(done), women: chance.whole(2, 14) },
    })
    if (chance.happens(0.3)) {
      tale.after(0, 'find', { answers: { problem: '冬季取水路远，老人不方便。' } })
      if (chance.happens(0.4))
        tale
          .after(chance.whole(2, 9), 'passUp', { reason: '要水务部门支持' })
          .after(chance.whole(5, 25), 'answer', { answers: { answer: '已列入本年安排。' } })
      else tale.after(chance.whole(2, 12), 'solve', { answers: { answer: '村里安排专人送水。' } })
    }
    await filing.file({
      programme: 'method-round',
      org: place.code,
      made: calendar.day(day),
      answers: {
        title: chance.pick(['小组走访', '联系点日', '听意见', '送政策']),
        plannedOn: calendar.day(day),
        method: item?.method ?? '123',
        ...(item && { item: item.id }),
        group: `${place.short}妇女小组`,
        who: '执委和小组长',
        dueOn: calendar.day(Math.min(day + 15, calendar.today + 90)),
      },
      steps: tale.steps,
    })
  }
  await makeRequests(making, chance)
}

/** Nine items of each method; their words are the demo's, the articles give none. */
async function makeItems({ plan, calendar, filing }: Making): Promise<{ id: string; method: '123' | '135' }[]> {
  const area = plan.offices[0]?.area ?? 0
  const org = (area - (area % 100)) * levelSpan.league
  const from = calendar.day(calendar.indexOf('2023-01-04'))
  const made: { id: string; method: '123' | '135' }[] = []
  for (const method of ['123', '135'] as const)
    for (let n = 0; n < 9; n++) {
      const answers = {
        words: `演示条目 ${Math.floor(n / 3) + 1}-${(n % 3) + 1}`,
        method,
        group: Math.floor(n / 3) + 1,
        number: (n % 3) + 1,
        from,
      }
      const { id } = await filing.file({ programme: 'work-method', org, made: from, answers })
      made.push({ id, method })
    }
  return made
}

async function makeRequests(making: Making, chance: Chance): Promise<void> {
  const { calendar, filing } = making
  for (const { place, day } of spotsFor(making, chance, { total: whole.requests })) {
    const tale = new Tale(calendar, day)
    if (chance.happens(0.06))
      tale.after(2, 'decline', { answers: { instead: '下月集中服务时一起去。' }, reason: '近期没有车' })
    else
      tale
        .after(chance.whole(0, 2), 'accept')
        .after(1, 'schedule', {
          answers: { goesOn: calendar.day(Math.min(day + 20, calendar.today + 60)), team: '草原流动服务队' },
        })
        .after(chance.whole(5, 17), 'serve', {
          answers: { served: chance.whole(12, 90), servedBy: chance.pick(['sheet', 'sheet', 'estimate']) },
        })
        .after(chance.whole(1, 5), 'confirm', { answers: { content: 'yes' } })
    await filing.file({
      programme: 'service-request',
      org: place.code,
      made: calendar.day(day),
      answers: {
        wish: chance.pick(['义诊和健康咨询', '法律咨询', '理发缝补', '家庭教育讲座', '奶食品培训']),
        askedOn: calendar.day(day),
        kind: chance.pick(['health', 'law', 'daily', 'family', 'skills']),
        where: `${place.short}定居点`,
        people: chance.whole(15, 80),
      },
      steps: tale.steps,
    })
  }
}
