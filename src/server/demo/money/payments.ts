import { sql } from 'kysely'
import { areaOf, subtreeOf } from '../../../core/org-code.ts'
import { newSalt } from '../../crypto/seal.ts'
import type { Tx } from '../../database/actor.ts'
import { sealedPayee } from '../../funds/payee.ts'
import type { Put } from '../filing.ts'
import { madeId } from '../made-id.ts'
import { getProgramme } from '../making.ts'
import type { Hand } from '../tell.ts'

interface Line {
  readonly programme: string
  readonly fund: string
  readonly month: string
  readonly record: string
  readonly org: number
  readonly on: string
  readonly fen: number
  readonly payee: string
  readonly account: string
}

/** Funds, and the two of their organisation who pay out of them. */
export interface Payer {
  readonly funds: readonly string[]
  readonly prepares: Hand
  readonly approves: Hand
}

/** Records the bank has paid, gathered while they are told, so that their batches can be made. */
export class Payments {
  private readonly lines: Line[] = []
  private batches = 0

  /** Takes note of the record if its story has a payment. */
  note(org: number, { id, told }: Put): void {
    const { programme, facts, acts } = told
    const { payment } = programme
    if (!payment) return
    const paid = acts.findLast((act) => act.action === payment.paid)
    if (!paid) return
    const text = (key: string) => String(facts.answers[key] ?? '')
    this.lines.push({
      programme: programme.id,
      fund: text(payment.fund),
      month: paid.on.slice(0, 7),
      record: id,
      org,
      on: paid.on,
      fen: Number(facts.answers[payment.amount]),
      payee: text(payment.payee),
      account: text(payment.account),
    })
  }

  /** Writes a batch for each programme, fund and month, prepared by one and approved by another, as the bank answered it. */
  async write(tx: Tx, key: string, payers: readonly Payer[]): Promise<void> {
    const named = [...new Set(this.lines.map((line) => line.payee))].filter((payee) => /^[0-9a-f-]{36}$/.test(payee))
    const names = new Map(
      (
        await tx.rows<{ id: string; name: string }>(sql`SELECT id, name FROM people WHERE id = ANY(${named}::uuid[])`)
      ).map(({ id, name }) => [id, name]),
    )
    for (const payer of payers) await this.pay(tx, key, payer, names)
  }

  private async pay(
    tx: Tx,
    key: string,
    { funds, prepares, approves }: Payer,
    names: ReadonlyMap<string, string>,
  ): Promise<void> {
    const batches = new Map<string, Line[]>()
    for (const line of this.lines.filter(({ fund }) => funds.includes(fund))) {
      const batch = `${line.programme} ${line.fund} ${line.month}`
      batches.set(batch, [...(batches.get(batch) ?? []), line])
    }
    const payer = { org: prepares.org, area: areaOf(prepares.org) }
    const [lo, hi] = subtreeOf(payer.org)
    // Written as the two who pay would: a batch has no other way in.
    await tx.client.query(
      `SET LOCAL niangjia.duty = ''; SET LOCAL niangjia.account = '${prepares.account}'; SET LOCAL niangjia.post = '${prepares.post}';
       SET LOCAL niangjia.role = 'finance'; SET LOCAL niangjia.org = '${payer.org}'; SET LOCAL niangjia.lo = '${lo}'; SET LOCAL niangjia.hi = '${hi}'`,
    )
    for (const lines of batches.values()) {
      const [first] = lines
      if (!first) continue
      const id = madeId('order', 20_000 + this.batches++)
      const salt = newSalt()
      await tx.change(sql`
        INSERT INTO payment_batches (area, id, org, fund, programme, title, key_salt, remark, lines, fen, prepared_by, prepared_post, prepared_at)
        VALUES (${payer.area}, ${id}, ${payer.org}, ${first.fund}, ${first.programme}, ${`${getProgramme(first.programme).label.zh} ${first.month}`}, ${salt}, '演示',
                ${lines.length}, ${lines.reduce((sum, line) => sum + line.fen, 0)}, ${prepares.account}, ${prepares.post}, ${`${first.on}T09:30:00+08:00`})`)
      const sealed = lines.map((line, i) =>
        sealedPayee(key, salt, id, i + 1, { name: names.get(line.payee) ?? line.payee, account: line.account }),
      )
      await tx.change(sql`
        INSERT INTO payment_lines (area, batch, no, org, programme, record, record_org, round, fen, name_mask, account_end, sealed, on_date)
        SELECT ${payer.area}, ${id}::uuid, l.no, ${payer.org}, ${first.programme}, l.record, l.org, 1, l.fen, l.mask, l.ending, l.sealed, l.on_date
        FROM unnest(${lines.map((_, i) => i + 1)}::integer[], ${lines.map((l) => l.record)}::uuid[], ${lines.map((l) => l.org)}::bigint[],
          ${lines.map((l) => l.fen)}::bigint[], ${sealed.map((s) => s.mask)}::text[], ${sealed.map((s) => s.end)}::text[], ${sealed.map((s) => s.sealed)}::bytea[],
          ${lines.map((l) => l.on)}::date[]) AS l (no, record, org, fen, mask, ending, sealed, on_date)`)
    }
    await tx.client.query("SET LOCAL niangjia.duty = 'pay'")
    await tx.change(
      sql`UPDATE payment_lines SET state = 'paid', reference = '演示' WHERE state = 'waiting' AND org = ${payer.org}`,
    )
    await tx.change(sql`
      UPDATE payment_batches SET state = 'settled', open_fen = 0, approved_by = ${approves.account}, approved_at = prepared_at, paid_lines = lines, paid_fen = fen
      WHERE org = ${payer.org} AND state = 'prepared'`)
    await tx.client.query(
      `SET LOCAL niangjia.duty = 'load'; SET LOCAL niangjia.account = ''; SET LOCAL niangjia.post = ''; SET LOCAL niangjia.role = '';
       SET LOCAL niangjia.org = ''; SET LOCAL niangjia.lo = ''; SET LOCAL niangjia.hi = ''`,
    )
  }
}
