import { sql } from 'kysely'
import { areaOf, type OrgCode, orgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { nextNumber } from './filing.ts'
import { madeId } from './made-id.ts'
import { type MadePerson, personValues } from './make-people.ts'
import { getProgramme, type Making } from './making.ts'
import { type Step, tell } from './tell.ts'

const banner = orgCode(152921000000)
const jilantai = orgCode(152921112000)
const village = orgCode(152921112200)

/** Women and men of the items below; the last two are one woman entered twice. */
const names: readonly (readonly [name: string, gender: MadePerson['gender'], org: OrgCode])[] = [
  ['乌仁其其格', 'female', banner],
  ['张志刚', 'male', banner],
  ['王秀兰', 'female', banner],
  ['刘建明', 'male', banner],
  ['田淑芳', 'female', banner],
  ['宝音', 'male', banner],
  ['苏布德', 'female', jilantai],
  ['陈雪梅', 'female', jilantai],
  ['赵玉珍', 'female', banner],
  ['高美玲', 'female', banner],
  ['通拉嘎', 'female', banner],
  ['韩素琴', 'female', banner],
  ['萨仁', 'female', village],
  ['娜仁托娅', 'female', village],
  ['格日勒图雅', 'female', jilantai],
  ['格日勒图雅', 'female', jilantai],
]
export const showPeople = names.length

/** Their rows, after those of the plan. The second entry of the woman entered twice has no document and no phone. */
export async function makeShowPeople({ plan, writer }: Making, secrets: Secrets): Promise<void> {
  for (const [i, [name, gender, org]] of names.entries()) {
    const values = personValues(secrets, { index: plan.people + i, org, name, gender })
    if (i === names.length - 1) {
      const twin = personValues(secrets, { index: plan.people + i - 1, org, name, gender })
      await writer.person([
        ...values.slice(0, 6),
        twin[6] ?? null,
        'none',
        ...values.slice(8, 14).map(() => null),
        ...values.slice(14),
      ])
    } else await writer.person(values)
  }
}

const quiet = { hit: false, threat: false, weapon: false, control: false, fear: false, child: false }

/** Things to do on the first screens of the demo banner: deadlines close, an application to check, hours to confirm, evenings to come. */
export async function makeShowcase(making: Making, tx: Tx): Promise<void> {
  const there = await tx.first(sql`SELECT FROM organisations WHERE code = ${village}`)
  if (!there) return
  await showCases(making)
  await showActivities(making)
  await showOrganisations(making, tx)
}

async function showCases({ plan, calendar, writer, hands, series }: Making): Promise<void> {
  const at = (back: number) => calendar.day(calendar.today - back)
  const staff = hands.get(banner) ?? []
  const mediators = staff
    .filter((h) => h.role === 'mediator' || h.role === 'rights')
    .sort((a) => (a.role === 'mediator' ? -1 : 1))
  const person = (n: number) => madeId('person', plan.people + n)
  const committee = '阿拉善左旗婚姻家庭纠纷人民调解委员会'
  const willing = (back: number): Step[] => [
    { action: 'screen', on: at(back), answers: { apart: true, violence: quiet } },
    { action: 'consent', on: at(back), answers: { side: 'applicant', agrees: true, way: 'signed' } },
    { action: 'consent', on: at(back - 1), answers: { side: 'respondent', agrees: true, way: 'signed' } },
    { action: 'inform', on: at(back - 1) },
    { action: 'declare', on: at(back - 1) },
  ]
  const session = (back: number, step: string[], notes: string): Step => ({
    action: 'session',
    on: at(back),
    answers: { step, place: '旗妇联婚调室', notes },
  })
  const cases: {
    title: string
    dispute: string
    applied: number
    pair: [number, number]
    facts: string
    steps: Step[]
  }[] = [
    {
      title: '子女抚养与探望安排纠纷',
      dispute: 'children',
      applied: 29,
      pair: [0, 1],
      facts: '双方分居后对孩子平时跟谁生活、周末由谁接送意见不一，都表示愿意坐下来谈，把时间和费用写清楚。',
      steps: [
        ...willing(29),
        { action: 'accept', on: at(28), answers: { committee } },
        session(20, ['look', 'listen'], '分开听了双方的说法，都把孩子的作息放在前面，分歧在周末和寒暑假的安排。'),
        { action: 'screen', on: at(4), answers: { apart: true, violence: quiet } },
        session(4, ['ask'], '双方各提了一个接送方案，差别只剩寒假的天数，约定各自再想一想。'),
      ],
    },
    {
      title: '赡养老人分工纠纷',
      dispute: 'elders',
      applied: 6,
      pair: [2, 3],
      facts: '兄妹二人对老人冬季住在谁家、医药费怎么分担说法不一，老人希望当面说定，不伤和气。',
      steps: [...willing(6), { action: 'accept', on: at(4), answers: { committee } }],
    },
    {
      title: '草场收益分配纠纷',
      dispute: 'property',
      applied: 2,
      pair: [4, 5],
      facts: '婚后共同经营的草场当年收益如何分配没有说清，申请人希望先核对账目，再谈以后每年怎么分。',
      steps: willing(2).slice(0, 2),
    },
  ]
  for (const [i, { title, dispute, applied, pair, facts, steps }] of cases.entries()) {
    const told = tell(
      {
        programme: getProgramme('mediation'),
        made: at(applied),
        hands: mediators,
        answers: {
          title,
          appliedOn: at(applied),
          dispute,
          facts,
          committee,
          safeContact: '工作日上午，打本人手机',
          parties: [
            { person: person(pair[0]), role: 'applicant' },
            { person: person(pair[1]), role: 'respondent' },
          ],
        },
      },
      steps,
    )
    await writer.record(told, {
      id: madeId('mediation', plan.cases.length + i),
      org: banner,
      number: nextNumber(series, 'HJ', banner, at(applied)),
      handlers: mediators.slice(0, 1).map((h) => h.account),
    })
  }
}

async function showActivities({ plan, calendar, writer, hands }: Making): Promise<void> {
  const day = (ahead: number) => calendar.day(calendar.today + ahead)
  const evenings: [OrgCode, number, string, string][] = [
    [banner, 3, '三代人的饭桌', '旗文化馆多功能厅'],
    [jilantai, 5, '我家的传家宝', '吉兰泰镇文化活动室'],
    [village, 8, '蒙古包里的家风故事', '召素陶勒盖嘎查党群服务中心'],
  ]
  for (const [i, [org, ahead, title, place]] of evenings.entries()) {
    const told = tell(
      {
        programme: getProgramme('family-story'),
        made: day(-2),
        hands: hands.get(org) ?? [],
        answers: { title, heldOn: day(ahead), place, theme: 'elders', mode: 'offline', families: 4 },
      },
      [],
    )
    await writer.record(told, { id: madeId('evening', 900_000 + i), org })
  }
  for (const [i, back] of [1, 3].entries()) {
    const told = tell(
      {
        programme: getProgramme('volunteer'),
        made: day(-back),
        hands: hands.get(jilantai) ?? [],
        answers: {
          name: names[6 + i]?.[0] ?? '',
          person: madeId('person', plan.people + 6 + i),
          joinedOn: day(-back),
          services: ['comfort'],
          skills: '讲故事',
          freeTimes: '周末',
        },
      },
      [],
    )
    await writer.record(told, { id: madeId('volunteer', 9_000_000 + i), org: jilantai })
  }
  const served: [string, string, number][] = [
    ['接羔保育帮工', 'daily', 18],
    ['陪老人聊天包饺子', 'comfort', 26],
  ]
  for (const [i, [title, kind, count]] of served.entries()) {
    const told = tell(
      {
        programme: getProgramme('volunteer-session'),
        made: day(-1 - i),
        hands: hands.get(jilantai) ?? [],
        answers: { title, heldOn: day(-1 - i), place: '吉兰泰镇党群服务中心', kind },
      },
      [
        {
          action: 'attend',
          on: day(-1 - i),
          attendance: [12, 13, 14].map((n) => ({ person: madeId('person', plan.people + n), minutes: 120 })),
        },
        { action: 'finish', on: day(-1 - i), answers: { served: count, servedBy: 'sheet' } },
      ],
    )
    await writer.record(told, { id: madeId('session', 90_000_000 + i), org: jilantai })
  }
}

/** A Women's Home, an organisation of a new field, a term of office with its committee, a household. */
async function showOrganisations({ plan, calendar, writer }: Making, tx: Tx): Promise<void> {
  await writer.settle()
  const area = areaOf(banner)
  const person = (n: number) => madeId('person', plan.people + n)
  await tx.change(sql`
    INSERT INTO organisations (code, kind, level, name, short_name, pinyin, initials, valid_from, demo)
    SELECT code, kind, level, name, name, pinyin, initials, '2023-03-08', true
    FROM (VALUES (${village + 1}::bigint, 'womens-home', 'village', '召素陶勒盖嘎查妇女之家', 'zhaosutaolegaigachafunvzhijia', 'zstlggcfnzj'),
                 (${banner + 1}::bigint, 'new-field', 'banner', '阿拉善左旗快递行业妇联', 'alashanzuoqikuaidihangyefulian', 'alszqkdhyfl')) o (code, kind, level, name, pinyin, initials)
    ON CONFLICT DO NOTHING`)
  const term = madeId('other', 5_000_000)
  const year = Number(calendar.day(calendar.today).slice(0, 4))
  await tx.change(
    sql`INSERT INTO organisation_terms (area, id, org, number, from_date, to_date) VALUES (${area}, ${term}, ${banner}, 9, ${`${year - 2}-06-20`}, ${`${year + 3}-06-20`})`,
  )
  const seats = [
    [8, 'chair'],
    [9, 'vice'],
    [10, 'standing'],
    [11, 'member'],
    [0, 'member'],
  ] as const
  await tx.change(sql`
    INSERT INTO organisation_members (area, id, org, term, person, position, from_date, demo)
    SELECT ${area}, s.id, ${banner}, ${term}, s.person, s.position, ${`${year - 2}-06-20`}, true
    FROM unnest(${seats.map((_, i) => madeId('other', 5_000_001 + i))}::uuid[], ${seats.map(([n]) => person(n))}::uuid[], ${seats.map(([, p]) => p)}::text[]) s (id, person, position)`)
  const household = madeId('other', 5_000_100)
  await tx.change(
    sql`INSERT INTO households (area, id, org, address, demo) VALUES (${area}, ${household}, ${village}, '召素陶勒盖嘎查二组', true)`,
  )
  await tx.change(
    sql`INSERT INTO household_members (area, household, person, relation) VALUES (${area}, ${household}, ${person(12)}, 'self'), (${area}, ${household}, ${person(13)}, 'sibling')`,
  )
}
