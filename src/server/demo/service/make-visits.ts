import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, type SpotWish, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** F045 万名执委 of this year: each visit names one who is in no other; helped: their share of the 人次 of F049. Before it, fewer. */
const whole = { visits: 10_000, helped: 60_200, needs: 4_000, before: 3_000 }
const needs = ['relief', 'work', 'health', 'children', 'elders', 'law', 'life', 'culture']
const told = [
  '想在家门口找一份活，方便照看孩子和老人。',
  '老人行动不便，想问轮椅和上门体检怎么申请。',
  '孩子寒假没人看，想知道附近有没有托管的地方。',
  '想学电商，不知道培训什么时候有。',
]

/** 执委进万家: visits with head-counts, and the needs found on them. */
export async function makeVisits(making: Making): Promise<void> {
  const { scale } = making
  const chance = new Chance(42)
  const { visits, helped, before } = whole
  const visited = [
    ...(await visit(making, chance, { total: before, campaign: 'before' }, (helped * before) / visits)),
    ...(await visit(making, chance, { total: visits, campaign: 'in' }, helped)),
  ]
  const others = new Women(making.plan)
  const every = Math.max(Math.round(whole.needs * scale), 12)
  const shown = visited.filter(
    (_, i) => i % Math.max(Math.floor(visited.length / every), 1) === 0 || firstOfLeague(visited, i),
  )
  for (const { id, spot } of shown) await makeNeed(making, chance, id, spot, others)
  await makeAssessments(making)
}

interface Visited {
  readonly id: string
  readonly spot: Spot
}

/** Visits of one time, each by another member. */
async function visit(making: Making, chance: Chance, wish: SpotWish, helpedThen: number): Promise<Visited[]> {
  const { calendar, filing, scale } = making
  const women = new Women(making.plan)
  const spots = spotsFor(making, chance, wish)
  const helped = apportion(
    Math.max(Math.round(helpedThen * scale), spots.length),
    spots.map(() => 0.3 + chance.next()),
    1,
  )
  const visited: Visited[] = []
  for (const [i, spot] of spots.entries()) {
    const on = calendar.day(spot.day)
    const many = helped[i] ?? 1
    const { id } = await filing.file({
      programme: 'committee-visit',
      org: spot.place.code,
      made: on,
      answers: {
        purpose: chance.pick(['daily', 'daily', 'festival', 'hardship', 'policy', 'follow']),
        visitedOn: on,
        visitors: [{ person: women.take(spot), role: 'member' }],
      },
      steps: new Tale(calendar, spot.day).after(0, 'visit', {
        answers: { homes: chance.whole(2, 9), women: Math.min(many + chance.whole(0, 4), 500), helped: many },
      }).steps,
    })
    visited.push({ id, spot })
  }
  return visited
}

const firstOfLeague = (visited: readonly Visited[], at: number) =>
  visited.findIndex(({ spot }) => spot.area === visited[at]?.spot.area) === at

async function makeNeed(
  { calendar, filing }: Making,
  chance: Chance,
  visit: string,
  spot: Spot,
  women: Women,
): Promise<void> {
  const tale = new Tale(calendar, spot.day).after(chance.whole(0, 2), 'assign', {
    answers: { assignedTo: '苏木镇妇联主席' },
  })
  tale.after(chance.whole(1, 12), 'reply', { answers: { answer: '已联系有关单位，告知办理地点和要带的材料。' } })
  tale.after(chance.whole(2, 20), 'resolve', { answers: { result: chance.pick(['done', 'done', 'partly', 'passed']) } })
  tale.after(chance.whole(1, 9), 'close', { answers: { content: chance.pick(['content', 'content', 'partly']) } })
  await filing.file({
    programme: 'found-need',
    org: spot.place.code,
    made: calendar.day(spot.day),
    answers: {
      kind: chance.pick(needs),
      foundOn: calendar.day(spot.day),
      visit,
      woman: women.take(spot),
      told: chance.pick(told),
    },
    steps: tale.steps,
  })
}

/** One made result a league; it counts into nothing. */
async function makeAssessments({ plan, calendar, filing }: Making): Promise<void> {
  const year = Number(calendar.day(calendar.today).slice(0, 4)) - 1
  const day = calendar.today - 150
  for (const area of new Set(plan.offices.map((o) => o.area)))
    await filing.file({
      programme: 'assessment-result',
      org: area * levelSpan.league,
      made: calendar.day(day),
      answers: {
        scheme: '妇女儿童工作考核（演示）',
        announcedOn: calendar.day(day),
        year,
        item: '权益维护',
        grade: '优秀',
        evidence: '演示通报，不是真实结果',
      },
      steps: new Tale(calendar, day).after(2, 'announce').steps,
    })
}
