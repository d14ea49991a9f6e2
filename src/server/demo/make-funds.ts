import { sql } from 'kysely'
import type { FundSource, Giver } from '../../core/fund-words.ts'
import { areaOf, type OrgCode, orgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { madeId } from './made-id.ts'
import type { Making } from './making.ts'
import type { Payer } from './money/payments.ts'
import type { Spot } from './spots.ts'

const league = orgCode(152900000000)
const banner = orgCode(152921000000)

interface MadeFund {
  readonly key: string
  readonly org: OrgCode
  readonly code: string
  readonly name: string
  readonly purpose: string
  readonly source: FundSource
  readonly programmes: readonly string[]
}
const funds: readonly MadeFund[] = [
  {
    key: 'league-lottery',
    org: league,
    code: 'CP-2026',
    name: '彩票公益金妇女救助专项（盟）',
    purpose: '低收入“两癌”妇女救助，转拨旗县',
    source: 'lottery',
    programmes: [],
  },
  {
    key: 'lottery',
    org: banner,
    code: 'CP-2026',
    name: '彩票公益金妇女救助专项',
    purpose: '低收入“两癌”妇女救助',
    source: 'lottery',
    programmes: [],
  },
  {
    key: 'care',
    org: banner,
    code: 'GA-2026',
    name: '妇女儿童关爱资金',
    purpose: '困难妇女儿童关爱、信访妇女关爱',
    source: 'budget',
    programmes: [],
  },
]

/** Day of the year, who gave, yuan, what for. */
const receipts: readonly (readonly [fund: string, day: string, giver: Giver, yuan: number, purpose: string])[] = [
  ['league-lottery', '02-10', 'lottery', 1_800_000, '自治区下达年度救助资金'],
  ['care', '01-20', 'budget', 360_000, '旗财政年初预算'],
  ['care', '03-06', 'enterprise', 85_000, '“三八”企业捐款'],
  ['care', '05-18', 'person', 12_600, '爱心人士捐款'],
  ['care', '06-01', 'foundation', 50_000, '基金会儿童关爱项目款'],
]
const passedOn: readonly (readonly [day: string, yuan: number, purpose: string])[] = [
  ['03-02', 420_000, '第一批“两癌”救助资金'],
  ['08-11', 260_000, '第二批“两癌”救助资金'],
]

/** Two funds of the demo banner, and the two who pay out of them. */
export interface BannerFunds extends Payer {
  readonly lottery: string
  readonly care: string
}

/**
 * A few funds with what came in this year, as two people of their organisation booked it. Gives the banner's; nothing where
 * nobody keeps funds.
 */
export async function makeFunds(tx: Tx, { hands, calendar }: Making): Promise<BannerFunds | undefined> {
  const today = calendar.day(calendar.today)
  const year = today.slice(0, 4)
  const hand = (org: OrgCode, role: string) => hands.get(org)?.find((held) => held.role === role)
  const kept = funds.filter((fund) => hand(fund.org, 'finance') && hand(fund.org, 'chair'))
  for (const fund of kept) {
    await tx.change(sql`
      INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, programmes, demo, created_by)
      VALUES (${areaOf(fund.org)}, ${idOf(fund.key)}, ${fund.org}, ${fund.code}, ${fund.name}, ${fund.purpose}, ${fund.source}, ${`${year}-01-01`},
              ${[...fund.programmes]}::text[], true, ${hand(fund.org, 'finance')?.post ?? null})`)
  }
  const orgOf = new Map(kept.map((fund) => [fund.key, fund.org]))
  const people = (org: OrgCode) => [hand(org, 'finance')?.account ?? null, hand(org, 'chair')?.account ?? null] as const
  for (const [n, [key, day, giver, yuan, purpose]] of receipts.entries()) {
    const org = orgOf.get(key)
    const on = `${year}-${day}`
    if (org === undefined || on > today) continue
    const [finance, chair] = people(org)
    const id = madeId('order', n)
    await tx.change(sql`
      INSERT INTO fund_transfers (area, id, kind, org, fund, giver, fen, on_date, purpose, state, prepared_by, approved_by, approved_at, demo)
      VALUES (${areaOf(org)}, ${id}, 'receive', ${org}, ${idOf(key)}, ${giver}, ${yuan * 100}, ${on}, ${purpose}, 'approved', ${finance}, ${chair}, now(), true)`)
    await tx.rows(sql`SELECT book_transfer(${id}::uuid)`)
  }
  const [prepares, approves] = [hand(banner, 'finance'), hand(banner, 'chair')]
  if (!orgOf.has('league-lottery') || !prepares || !approves) return undefined
  for (const [n, [day, yuan, purpose]] of passedOn.entries()) {
    const on = `${year}-${day}`
    if (on > today || `${year}-02-10` > today) continue
    const [finance, chair] = people(league)
    const id = madeId('order', 100 + n)
    await tx.change(sql`
      INSERT INTO fund_transfers (area, id, kind, org, fund, to_org, to_fund, fen, on_date, purpose, state, prepared_by, approved_by, approved_at,
                                  received_by, received_at, received_on, demo)
      VALUES (${areaOf(league)}, ${id}, 'transfer', ${league}, ${idOf('league-lottery')}, ${banner}, ${idOf('lottery')}, ${yuan * 100}, ${on}, ${purpose},
              'received', ${finance}, ${chair}, now(), ${people(banner)[0]}, now(), ${on}, true)`)
    await tx.rows(sql`SELECT book_transfer(${id}::uuid)`)
  }
  const [lottery, care] = [idOf('lottery'), idOf('care')]
  return { funds: [lottery, care], lottery, care, prepares, approves }
}

/** A record of the demo banner from so late in this year that its own funds could pay. */
export const isOwnYear = ({ calendar }: Making, spot: Spot): boolean =>
  spot.banner === banner && calendar.day(spot.day) >= `${calendar.day(calendar.today).slice(0, 4)}-03-02`

const idOf = (key: string): string =>
  madeId(
    'fund',
    funds.findIndex((fund) => fund.key === key),
  )
