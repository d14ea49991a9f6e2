import { sql } from 'kysely'
import { areaOf, orgCode } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import type { Payer } from './payments.ts'

const region = orgCode(150000000000)

/** The region's two funds and the two who pay out of them. */
export interface RegionFunds extends Payer {
  /** What was raised since 2021: donations in, relief for 两癌 out. */
  readonly raised: string
  /** Budget money of projects and small grants. */
  readonly budget: string
}

const budgetFen = 60_000_000_00

/** Makes them; nothing where the region's own posts are not there. */
export async function makeRegionFunds(tx: Tx, { hands, calendar }: Making): Promise<RegionFunds | undefined> {
  const [prepares, approves] = hands.get(region)?.filter((hand) => hand.role === 'finance') ?? []
  if (!prepares || !approves) return undefined
  const [raised, budget, receipt] = [madeId('fund', 100), madeId('fund', 101), madeId('order', 10_000)]
  const funds = [
    [raised, 'GY-2021', '公益款物（自治区）', '募集的公益款物，低收入“两癌”妇女救助', 'raised'],
    [budget, 'YS-2022', '妇女儿童服务专项（自治区）', '蒲公英项目、关爱金、助学金', 'budget'],
  ]
  for (const [id, code, name, purpose, source] of funds)
    await tx.change(sql`
      INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, demo, created_by)
      VALUES (${areaOf(region)}, ${id}, ${region}, ${code}, ${name}, ${purpose}, ${source}, '2021-01-01', true, ${prepares.post})`)
  await tx.change(sql`
    INSERT INTO fund_transfers (area, id, kind, org, fund, giver, fen, on_date, purpose, state, prepared_by, approved_by, approved_at, demo)
    VALUES (${areaOf(region)}, ${receipt}, 'receive', ${region}, ${budget}, 'budget', ${budgetFen}, ${calendar.day(calendar.indexOf('2022-01-20'))},
            '年度专项经费（演示）', 'approved', ${prepares.account}, ${approves.account}, now(), true)`)
  await tx.rows(sql`SELECT book_transfer(${receipt}::uuid)`)
  return { funds: [raised, budget], raised, budget, prepares, approves }
}
