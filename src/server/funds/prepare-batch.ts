import { sql } from 'kysely'
import type { LeftOut } from '../../core/api/payments.ts'
import { areaOf } from '../../core/org-code.ts'
import type { Payment, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { newSalt } from '../crypto/seal.ts'
import { type Desk, keeps } from '../records/desk.ts'
import { findBatch } from './batch-rows.ts'
import { type Payable, payeeOf, sealedPayee } from './payee.ts'

/** Records looked at in one statement; lines of one batch at most. */
const chunk = 5000
const most = 100_000
/** Of those that cannot be paid, so many are told. */
const told = 200

export interface NewBatch {
  readonly id: string
  readonly fund: string
  readonly title: string
  readonly remark: string
}

type Line = ReturnType<typeof sealedPayee> & {
  readonly no: number
  readonly record: string
  readonly org: number
  readonly rounds: number
  readonly due: number
}

/**
 * Collects every record of a programme that is due from a fund of the own organisation into a batch, in the order they were
 * made; gives those left out and why. The same id again changes nothing. Refuses 'not-found' (no such fund), 'not-allowed',
 * 'programme-unknown' (it pays nobody) and 'nothing-payable', which names what is wrong.
 */
export async function prepareBatch(desk: Desk, programme: Programme, given: NewBatch): Promise<readonly LeftOut[]> {
  const { tx, actor } = desk
  const { payment } = programme
  if (!payment) throw new Refusal('programme-unknown')
  if (await findBatch(tx, given.id)) return []
  const fund = await tx.first<{ org: number }>(sql`SELECT org FROM funds WHERE id = ${given.fund}`)
  if (!fund) throw new Refusal('not-found', { field: 'fund' })
  if (actor.role !== 'finance' || !keeps(actor, fund.org)) throw new Refusal('not-allowed')
  // One at a time for a fund: two collecting at once would both find the same records.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(6150015, hashtext(${given.fund}))`)

  const salt = newSalt()
  const { lines, left } = await collect(desk, programme, payment, given, salt)
  if (lines.length === 0) throw new Refusal('nothing-payable', { facts: { left } })
  const payer = { area: areaOf(fund.org), org: fund.org }
  await tx.change(sql`
    INSERT INTO payment_batches (area, id, org, fund, programme, title, key_salt, remark, lines, fen, prepared_by, prepared_post)
    VALUES (${payer.area}, ${given.id}, ${payer.org}, ${given.fund}, ${programme.id}, ${given.title}, ${salt}, ${given.remark},
            ${lines.length}, ${lines.reduce((sum, line) => sum + line.due, 0)}, ${actor.account}, ${actor.post})`)
  for (let from = 0; from < lines.length; from += chunk)
    await addLines(desk, programme, given.id, payer, lines.slice(from, from + chunk))
  return left
}

/** Due records as lines, sealed already, and those that cannot be paid. */
async function collect(
  { tx, house }: Desk,
  programme: Programme,
  payment: Payment,
  { id, fund }: NewBatch,
  salt: Buffer,
): Promise<{ lines: readonly Line[]; left: readonly LeftOut[] }> {
  const key = house.secrets.dataKey
  const lines: Line[] = []
  const left: LeftOut[] = []
  for (let after: string | undefined; lines.length < most; ) {
    const limit = Math.min(chunk, most - lines.length)
    const rows: readonly Payable[] = await tx.rows<Payable>(
      sql`SELECT * FROM payable_records(${programme.id}, ${fund}::uuid, ${after ?? null}::uuid, ${limit})`,
    )
    for (const { org, rounds, number, ...row } of rows) {
      const payee = payeeOf(key, { org, rounds, number, ...row }, payment)
      const no = lines.length + 1
      if (!('problem' in payee))
        lines.push({ record: row.id, org, rounds, due: payee.fen, no, ...sealedPayee(key, salt, id, no, payee) })
      else if (left.length < told)
        left.push({ record: row.id, programme: programme.id, number, problem: payee.problem })
    }
    after = rows.at(-1)?.id
    if (after === undefined) break
  }
  return { lines, left }
}

interface Payer {
  readonly area: number
  readonly org: number
}

async function addLines(
  { tx }: Desk,
  programme: Programme,
  batch: string,
  { area, org }: Payer,
  lines: readonly Line[],
): Promise<void> {
  await tx.change(sql`
    INSERT INTO payment_lines (area, batch, no, org, programme, record, record_org, round, fen, name_mask, account_end, sealed)
    SELECT ${area}, ${batch}::uuid, l.no, ${org}, ${programme.id}, l.record, l.record_org, l.round, l.fen, l.name_mask, l.account_end, l.sealed
    FROM unnest(${lines.map((l) => l.no)}::integer[], ${lines.map((l) => l.record)}::uuid[], ${lines.map((l) => l.org)}::bigint[],
                ${lines.map((l) => l.rounds + 1)}::smallint[], ${lines.map((l) => l.due)}::bigint[], ${lines.map((l) => l.mask)}::text[],
                ${lines.map((l) => l.end)}::text[], ${lines.map((l) => l.sealed)}::bytea[])
      AS l (no, record, record_org, round, fen, name_mask, account_end, sealed)`)
}
