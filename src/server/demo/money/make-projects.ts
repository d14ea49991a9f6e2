import { sql } from 'kysely'
import { addCalendarDays } from '../../../core/day.ts'
import { areaOf } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { Chance } from '../chance.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import { apportion } from '../spread.ts'
import { Tale } from '../tale.ts'
import type { Payments } from './payments.ts'
import type { RegionFunds } from './region-funds.ts'

/** F050, F051: ten projects with 11.235 million yuan planned. Six are named in the source, of four the name is not known. */
const plannedYuan = 11_235_000
const projects = [
  ['思想引领赋能', 'guidance'],
  ['低收入“两癌”患病妇女救助', 'two-cancers'],
  ['灵活就业技术培训', 'skills'],
  ['家庭困难女大学生帮扶', 'students'],
  ['留守困境儿童帮扶', 'children'],
  ['困难信访妇女关爱', 'petition'],
  ['关爱救助项目七（演示）', 'other'],
  ['关爱救助项目八（演示）', 'other'],
  ['关爱救助项目九（演示）', 'other'],
  ['关爱救助项目十（演示）', 'other'],
] as const
const bills = ['师资费', '场地费', '教材印制', '物资采购', '交通食宿']

/** 十个关爱救助项目 of the region: each with its plan, a fund of its own, what came in and was paid. Gives the funds. */
export async function makeProjects(
  making: Making,
  tx: Tx,
  { prepares, approves }: RegionFunds,
  payments: Payments,
): Promise<readonly string[]> {
  const { calendar, filing, scale } = making
  const funds: string[] = []
  const chance = new Chance(56)
  const { org } = prepares
  const planned = apportion(
    Math.round(plannedYuan * scale),
    projects.map(() => 0.5 + chance.next()),
    1,
  )
  for (const [n, [title, kind]] of projects.entries()) {
    const yuan = planned[n] ?? 1
    const fund = madeId('fund', 200 + n)
    funds.push(fund)
    const day = calendar.today - 330 + n * 4
    await tx.change(sql`
      INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, demo, created_by)
      VALUES (${areaOf(org)}, ${fund}, ${org}, ${`XM-${String(n + 1).padStart(2, '0')}`}, ${title}, '关爱救助项目专款（演示）', 'foundation',
              ${calendar.day(day)}, true, ${prepares.post})`)
    const tale = new Tale(calendar, day)
      .after(6, 'approve')
      .after(9, 'raise', { answers: { filing: `演示备案-${n + 1}`, fund } })
      .after(40, 'run', { answers: { fund } })
    for (let quarter = 0; quarter < 2; quarter++) tale.after(88, 'progress', { answers: { where: '官方网站（演示）' } })
    if (n < 3) tale.after(60, 'accept', { answers: { result: '按计划完成，帮助的人和花的钱见资金页。' } })
    if (n < 1) tale.after(20, 'disclose', { answers: { where: '官方网站（演示）' } })
    const { id } = await filing.file({
      programme: 'relief-project',
      org,
      made: calendar.day(day),
      answers: {
        title,
        proposedOn: calendar.day(day),
        kind,
        year: Number(calendar.day(day).slice(0, 4)),
        planned: yuan * 100,
        beneficiaries: chance.whole(100, 2_000),
        department: '权益部（演示）',
        endsOn: addCalendarDays(calendar.day(day), 360),
      },
      steps: tale.steps,
    })
    await tx.change(sql`
      INSERT INTO fund_budgets (area, id, fund, org, record, name, planned, by_post)
      VALUES (${areaOf(org)}, ${madeId('order', 40_000 + n)}, ${fund}, ${org}, ${id}, ${title}, ${yuan * 100}, ${prepares.post})`)
    const came = Math.round(yuan * 100 * (0.45 + chance.next() * 0.5))
    const order = madeId('order', 30_000 + n)
    await tx.change(sql`
      INSERT INTO fund_transfers (area, id, kind, org, fund, giver, fen, on_date, purpose, state, prepared_by, approved_by, approved_at, demo)
      VALUES (${areaOf(org)}, ${order}, 'receive', ${org}, ${fund}, 'foundation', ${came}, ${calendar.day(day + 30)}, '基金会项目款（演示）',
              'approved', ${prepares.account}, ${approves.account}, now(), true)`)
    await tx.rows(sql`SELECT book_transfer(${order}::uuid)`)
    await spend(making, chance, { org, fund, project: id, from: day + 60, fen: Math.floor(came * 0.7) }, payments)
  }
  return funds
}

interface Spending {
  readonly org: number
  readonly fund: string
  readonly project: string
  /** Of the calendar. */
  readonly from: number
  readonly fen: number
}

async function spend(
  { calendar, filing }: Making,
  chance: Chance,
  { org, fund, project, from, fen }: Spending,
  payments: Payments,
): Promise<void> {
  for (const [i, amount] of apportion(fen, [3, 2, 2, 1], 1).entries()) {
    const day = from + i * 50
    payments.note(
      org,
      await filing.file({
        programme: 'project-spending',
        org,
        made: calendar.day(day),
        answers: {
          title: chance.pick(bills),
          preparedOn: calendar.day(day),
          project,
          payee: '草原服务社（演示）',
          account: `6200${String(chance.whole(0, 999_999_999)).padStart(12, '0')}`,
          fund,
          amount,
          papers: true,
        },
        steps: new Tale(calendar, day)
          .after(chance.whole(1, 4), 'approve')
          .after(chance.whole(2, 8), 'pay', { answers: { reference: '演示' } }).steps,
      }),
    )
  }
}
