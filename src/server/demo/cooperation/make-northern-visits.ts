import { levelSpan } from '../../../core/org-code.ts'
import type { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { Tale } from '../tale.ts'

const visits = [
  ['cppcc', '全国政协委员走北疆（演示）', 24],
  ['science', '女科技工作者走北疆（演示）', 40],
  ['conference', '女科学家女企业家助力高质量发展大会（演示）', 160],
] as const
const results = [
  ['suggestion', '把手工艺培训和文旅线路结合起来', 'adopted'],
  ['need', '奶食品冷链保鲜技术需求', 'partly'],
  ['intent', '羊绒产品联合设计意向', 'adopted'],
  ['suggestion', '为牧区妇女增加健康巡讲', 'noted'],
] as const

/** 走北疆: the region's three a year, one of each league, and what each led to. */
export async function makeNorthernVisits(making: Making, chance: Chance): Promise<void> {
  const { plan, calendar } = making
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = first - (first % 100)
  for (let back = 700; back > 0; back -= 330)
    for (const one of visits) await visit(making, chance, region, one, calendar.today - back - chance.whole(0, 60))
  for (const area of areas)
    await visit(making, chance, area, chance.pick(visits), calendar.today - chance.whole(30, 600))
  // One is being prepared.
  const soon = calendar.today + 20
  await making.filing.file({
    programme: 'northern-visit',
    org: region * levelSpan.league,
    made: calendar.day(calendar.today - 3),
    answers: answersOf(visits[0], calendar.day(soon), calendar.day(soon + 4)),
  })
}

const answersOf = ([kind, title, size]: (typeof visits)[number], startsOn: string, endsOn: string) => ({
  title,
  startsOn,
  endsOn,
  kind,
  organisers: '妇联、政协有关专委会（演示）',
  size,
  guests: '演示来宾',
  route: '手工艺基地、乡村振兴示范点、科研院所',
})

async function visit(
  { calendar, filing }: Making,
  chance: Chance,
  area: number,
  one: (typeof visits)[number],
  day: number,
): Promise<void> {
  const org = area * levelSpan.league
  const { id } = await filing.file({
    programme: 'northern-visit',
    org,
    made: calendar.day(day - 20),
    answers: answersOf(one, calendar.day(day), calendar.day(day + 4)),
    steps: new Tale(calendar, day - 20)
      .after(5, 'approve')
      .after(19, 'hold')
      .after(6, 'close', { answers: { summary: '看了六个点，座谈两次，提了四条建议。' } }).steps,
  })
  for (const [kind, what, outcome] of results) {
    const received = Math.min(day + 4, calendar.today)
    await filing.file({
      programme: 'visit-result',
      org,
      made: calendar.day(received),
      answers: {
        what,
        receivedOn: calendar.day(received),
        visit: id,
        kind,
        author: '考察组（演示）',
        detail: '座谈时提出，附书面材料。',
      },
      steps: new Tale(calendar, received)
        .after(3, 'assign', {
          answers: { owner: '发展部', dueOn: calendar.day(Math.min(received + 63, calendar.today + 60)) },
        })
        .after(chance.whole(20, 58), 'answer', {
          answers: {
            outcome,
            reply: '已对接有关单位，形成办理意见。',
            ...(kind === 'intent' && { agreedFen: chance.whole(20, 300) * 10_000_00 }),
          },
        })
        .after(4, 'tell').steps,
    })
  }
}
