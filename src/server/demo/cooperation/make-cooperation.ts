import { addCalendarMonths } from '../../../core/day.ts'
import { levelSpan } from '../../../core/org-code.ts'
import { Chance } from '../chance.ts'
import type { Making } from '../making.ts'
import { countedHeads } from '../sheet-heads.ts'
import { spotsFor } from '../spots.ts'
import { Tale } from '../tale.ts'
import { makeAssociations } from './make-associations.ts'
import { makeNorthernVisits } from './make-northern-visits.ts'
import { makeThinkTank } from './make-think-tank.ts'
import { makeTraditions } from './make-traditions.ts'
import { makeTributes } from './make-tributes.ts'

const whole = { actions: 900 }
const nine = ['neimenggu', 'qinghai', 'sichuan', 'gansu', 'ningxia', 'shaanxi', 'shanxi', 'henan', 'shandong']

interface Deal {
  readonly title: string
  readonly kind: string
  readonly parties: string
  readonly provinces?: readonly string[]
  readonly promises: readonly (readonly [what: string, owner: string, lane?: string])[]
}

/** The region's: L021, L035, L087, L091, and the bank of L086. */
const regional: readonly Deal[] = [
  {
    title: '沿黄河流域巾帼生态行动合作机制（演示）',
    kind: 'mechanism',
    parties: '九省区妇联',
    provinces: nine,
    promises: [
      ['同日开展植树和护河行动', '发展部'],
      ['轮流召开年度联席会', '办公室'],
      ['共享志愿服务项目清单', '组织部'],
    ],
  },
  {
    title: '宣传引领合作协议（演示）',
    kind: 'publicity',
    parties: '妇联；民族事务委员会（演示）',
    promises: [
      ['合办宣讲二十场', '宣传部'],
      ['共建教育基地十个', '宣传部'],
    ],
  },
  {
    title: '媒体宣传战略合作协议（演示）',
    kind: 'media',
    parties: '信息传播中心；媒体单位（演示）',
    promises: [
      ['开设妇女工作专栏', '信息中心'],
      ['每季度一次选题会', '信息中心'],
    ],
  },
  {
    title: '三联五通区域合作协议（演示）',
    kind: 'region',
    parties: '妇联；兄弟省市妇联（演示）',
    promises: [
      ['互派干部跟班学习', '组织部', '三联五通'],
      ['手工艺品联合展销', '发展部', '三联五通'],
      ['家政技能联合培训', '发展部', '三联五通'],
    ],
  },
  {
    title: '金融支持妇女发展专项行动合作协议（演示）',
    kind: 'finance',
    parties: '妇联；农业银行（演示）',
    promises: [
      ['按季提供投放汇总数', '发展部'],
      ['合办金融知识讲座', '发展部'],
    ],
  },
]
const ofLeague: readonly Deal[] = [
  {
    title: '服务妇女儿童合作协议（演示）',
    kind: 'service',
    parties: '盟市妇联；有关部门（演示）',
    promises: [
      ['合办健康知识讲座十场', '盟市妇联'],
      ['建立联席会议', '办公室'],
    ],
  },
]

/** Agreements with what was promised in them, joint actions, visits, the think tank, associations, traditions, tributes. */
export async function makeCooperation(making: Making): Promise<void> {
  const chance = new Chance(87)
  const byArea = await makeAgreements(making, chance)
  await makeActions(making, chance, byArea)
  await makeNorthernVisits(making, chance)
  await makeThinkTank(making, chance)
  await makeAssociations(making, chance)
  await makeTraditions(making)
  await makeTributes(making, chance)
}

/** Gives the agreement of each league, by its area. */
async function makeAgreements(making: Making, chance: Chance): Promise<ReadonlyMap<number, string>> {
  const areas = [...new Set(making.plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = first - (first % 100)
  for (const deal of regional) await agree(making, chance, region, deal)
  const made = new Map<number, string>()
  for (const area of areas) for (const deal of ofLeague) made.set(area, await agree(making, chance, area, deal))
  return made
}

async function agree(
  { calendar, filing }: Making,
  chance: Chance,
  area: number,
  { title, kind, parties, provinces, promises }: Deal,
): Promise<string> {
  const drafted = calendar.today - chance.whole(200, 900)
  const signed = drafted + 14
  const signedOn = calendar.day(signed)
  const tale = new Tale(calendar, drafted)
    .after(7, 'approve')
    .after(7, 'sign', { answers: { signedOn, validTo: addCalendarMonths(signedOn, 36), number: '妇协〔演示〕1号' } })
  while (tale.told)
    tale.after(tale.months(12) - 6, 'review', {
      answers: { kept: '约定事项按计划推进，两项已完成。', going: 'on' },
    })
  // Every other promise falls due in the months to come; the others were kept before their day.
  const dues = promises.map((_, i) =>
    i % 2 === 0
      ? calendar.day(Math.min(signed + 60 + 30 * i, calendar.today - 10))
      : addCalendarMonths(calendar.day(calendar.today), 2 + i),
  )
  const { id } = await filing.file({
    programme: 'cooperation-agreement',
    org: area * levelSpan.league,
    made: calendar.day(drafted),
    answers: {
      title,
      draftedOn: calendar.day(drafted),
      kind,
      parties,
      ...(provinces && { provinces }),
      commitments: promises.map(([what, owner, lane], i) => ({ what, owner, due: dues[i], ...(lane && { lane }) })),
    },
    steps: tale.steps,
  })
  for (const [i, [what, owner, lane]] of promises.entries()) {
    const due = calendar.indexOf(dues[i] ?? signedOn)
    const story = new Tale(calendar, signed)
    if (due <= calendar.today)
      story.after(Math.max(due - signed - 3, 1), 'keep', {
        answers: {
          doneOn: calendar.day(Math.max(due - 3, signed + 1)),
          evidence: '已按约定完成，有通知、照片和总结。',
        },
      })
    else story.after(40, 'note', { answers: { progress: '已对接，正在推进。' } })
    await filing.file({
      programme: 'agreement-commitment',
      org: area * levelSpan.league,
      made: signedOn,
      answers: { what, agreedOn: signedOn, agreement: id, owner, due: dues[i], ...(lane && { lane }) },
      steps: story.steps,
    })
  }
  return id
}

const actions = [
  ['trees', '“母亲林”植树行动'],
  ['river', '巾帼护河清洁行动'],
  ['exchange', '姐妹旗县交流互访'],
  ['market', '妇女手工产品展销'],
  ['training', '家政技能联合培训'],
] as const

async function makeActions(making: Making, chance: Chance, byArea: ReadonlyMap<number, string>): Promise<void> {
  const { calendar, filing } = making
  for (const { place, area, day } of spotsFor(making, chance, { total: whole.actions, atBanner: true })) {
    const [kind, title] = chance.pick(actions)
    const on = calendar.day(day)
    const counted = countedHeads(making, place.code, chance.whole(20, 120))
    const { id } = await filing.file({
      programme: 'joint-action',
      org: place.code,
      made: on,
      answers: {
        title,
        heldOn: on,
        place: place.short,
        kind,
        ...(byArea.has(area) && { agreement: byArea.get(area) }),
        partners: '有关部门和志愿队（演示）',
        ...(kind === 'trees' && { trees: chance.whole(100, 2_000) }),
        ...(kind === 'river' && { kilometres: chance.whole(1, 12) }),
      },
      steps: new Tale(calendar, day).after(0, 'heads', { heads: [counted.heads] }).after(0, 'hold').steps,
    })
    counted.attach(id)
  }
}
