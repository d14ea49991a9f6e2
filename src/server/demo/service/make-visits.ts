import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { type Spot, type SpotWish, spotsFor } from '../spots.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import { Women } from '../women.ts'

/** F045 万名执委 of this year: each visit names one who is in no other; helped: their share of the 人次 of F049. Before it, fewer. */
const whole = { visits: 10_000, helped: 60_200, needs: 4_000, before: 3_000 }
/** What was asked for, and what she was told. */
const needs = [
  ['work', '想在家门口找一份活，方便照看孩子和老人。', '镇里的手工坊正在招人，已把联系人告诉她，周三可以去看。'],
  ['elders', '老人行动不便，想问轮椅和上门体检怎么申请。', '已联系残联和卫生院，轮椅下周送来，体检排在月底。'],
  ['children', '孩子寒假没人看，想知道附近有没有托管的地方。', '社区寒假托管班还有名额，已帮她报上名。'],
  ['culture', '想学电商，不知道培训什么时候有。', '下月有一期电商培训，已登记，开班前电话通知。'],
  ['relief', '丈夫住院，家里开销接不上，想问能不能申请救助。', '已说明临时救助要带的材料，嘎查帮她填了表。'],
  ['health', '想做“两癌”免费筛查，不知道今年在哪里做。', '卫生院本月有筛查日，已告诉她时间，早上空腹去。'],
  ['law', '想问婚后盖的房子登记在公公名下，以后算不算自己的。', '已约律师下次来嘎查时当面解答。'],
  ['life', '巷子里的路灯坏了两个月，晚上接孩子不方便。', '已报给嘎查，电工来修好了。'],
] as const

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
  const [kind, told, answer] = chance.pick(needs)
  const tale = new Tale(calendar, spot.day).after(chance.whole(0, 2), 'assign', {
    answers: { assignedTo: '苏木镇妇联主席' },
  })
  tale.after(chance.whole(1, 12), 'reply', { answers: { answer } })
  tale.after(chance.whole(2, 20), 'resolve', { answers: { result: chance.pick(['done', 'done', 'partly', 'passed']) } })
  tale.after(chance.whole(1, 9), 'close', { answers: { content: chance.pick(['content', 'content', 'partly']) } })
  await filing.file({
    programme: 'found-need',
    org: spot.place.code,
    made: calendar.day(spot.day),
    answers: {
      kind,
      foundOn: calendar.day(spot.day),
      visit,
      woman: women.take(spot),
      told,
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
