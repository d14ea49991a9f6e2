import { sql } from 'kysely'
import { v7 } from 'uuid'
import { areaOf } from '../../src/core/org-code.ts'
import { book } from '../../src/core/posting.ts'
import { dandelionInstalment as programme } from '../../src/programmes/dandelion/dandelion-instalment.ts'
import { type Actor, asActor, onDuty } from '../../src/server/database/actor.ts'
import { bookMany } from '../../src/server/funds/book-postings.ts'
import { decideTransfer, prepareTransfer } from '../../src/server/funds/transfers.ts'
import type { House } from '../../src/server/http/route.ts'
import { type Desk, deskOf } from '../../src/server/records/desk.ts'
import { sealAnswers } from '../../src/server/records/sealing.ts'

const chunk = 5000

/** What each of the instalments below is, in fen. */
export const instalmentFen = 123_45

/**
 * A fund of a finance post's organisation with just the money for so many approved instalments, and those instalments, due:
 * made directly, for tests and benches of what happens to them next. Gives the fund.
 */
export async function makeDueInstalments(house: House, finance: Actor, chair: Actor, lines: number): Promise<string> {
  const as = <T>(actor: Actor, work: (desk: Desk) => Promise<T>) =>
    asActor(house.pool, actor, (tx) => work(deskOf({ tx, actor, house })))
  const fund = await makeFund(as, finance, chair, lines)
  await makeDue(house, finance, fund, lines)
  return fund
}

async function makeFund(
  as: <T>(actor: Actor, work: (desk: Desk) => Promise<T>) => Promise<T>,
  finance: Actor,
  chair: Actor,
  lines: number,
): Promise<string> {
  const [fund, order] = [v7(), v7()]
  await as(finance, async (desk) => {
    await desk.tx.change(sql`
      INSERT INTO funds (area, id, org, code, name, purpose, source, from_date, created_by)
      VALUES (${areaOf(finance.org)}, ${fund}, ${finance.org}, 'bench', '测速资金', '测速', 'budget', '2026-01-01', ${finance.post})`)
    const receipt = { id: order, kind: 'receive' as const, giver: 'budget' as const, fund, fen: instalmentFen * lines }
    await prepareTransfer(desk, { ...receipt, on: '2026-01-02', purpose: '拨款', reference: '' })
  })
  await as(chair, (desk) => decideTransfer(desk, order, 'approve', {}))
  return fund
}

/** Approved instalments with their history and the money set aside for them, accounts sealed. */
async function makeDue(house: House, { org }: Actor, fund: string, lines: number): Promise<void> {
  const area = areaOf(org)
  for (let from = 0; from < lines; from += chunk) {
    const ids = Array.from({ length: Math.min(chunk, lines - from) }, () => v7())
    const approved = ids.map(() => v7())
    const salt = Buffer.alloc(16, 7)
    const answers = ids.map((record, n) =>
      JSON.stringify(
        sealAnswers({ key: house.secrets.dataKey, salt, record, place: 'record' }, programme.fields, {
          instalment: 'first',
          preparedOn: '2026-02-01',
          payee: `第 ${from + n} 社会工作服务中心`,
          account: String(6_222_000_000 + from + n),
          fund,
          amount: instalmentFen,
        }),
      ),
    )
    await onDuty(house.pool, 'load', async (tx) => {
      await tx.change(sql`
        INSERT INTO cases (area, kind, id, programme, version, org, ledger_org, number, title, state, on_date, answers, key_salt, revision)
        SELECT ${area}, 'case', r.id, ${programme.id}, 1, ${org}, ${org}, 'PB-' || r.id, 'first', 'approved', '2026-02-01', r.answers, ${salt}::bytea, 2
        FROM unnest(${ids}::uuid[], ${answers}::jsonb[]) AS r (id, answers)`)
      await tx.change(sql`
        INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, by_org, made_on)
        SELECT ${area}::integer, gen_random_uuid(), id, 'case', ${programme.id}, 'create', NULL, 'prepared', 1, ${org}::bigint, '2026-02-01'::date FROM unnest(${ids}::uuid[]) id
        UNION ALL
        SELECT ${area}::integer, a.action, a.record, 'case', ${programme.id}, 'approve', 'prepared', 'approved', 2, ${org}::bigint, '2026-02-03'::date
        FROM unnest(${ids}::uuid[], ${approved}::uuid[]) AS a (record, action)`)
      const booked = ids.map((record, n) => ({
        record,
        action: approved[n] ?? record,
        org,
        programme: programme.id,
        postings: book.allocate(fund, instalmentFen, '2026-02-03'),
      }))
      await bookMany(tx, undefined, booked)
    })
  }
}
