import { sql } from 'kysely'
import { clocksOf } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import { clockRows } from '../deadlines/turn-clocks.ts'
import { writeClocks } from '../deadlines/write-clocks.ts'
import { postMany } from '../ledger/post.ts'
import { type CountedRow, countedColumns, type Known, knowMany } from '../ledger/worth.ts'
import { claimMany } from '../records/claims.ts'
import { tableOf } from '../records/record-row.ts'
import { type Answers, sealAnswers } from '../records/sealing.ts'
import { bookMany } from './book-postings.ts'

/** A step the house takes on a record with the bank's answer. */
export interface Settlement {
  readonly record: string
  /** Made from the line it answers, so that the same answer twice is one step. */
  readonly actionId: string
  readonly on: Day
  /** Offered to what the step asks: reference, reason, paidOn. */
  readonly said: Answers
}

interface Row extends CountedRow {
  org: number
  sealed: boolean
  handlers: string[]
  receiver: number | null
  revision: number
}
interface Taken {
  readonly row: Row
  readonly facts: Facts
  readonly step: Settlement
  readonly to: string
  readonly asked: Answers
}

const house: Standing = { role: 'finance', own: true, above: false, handler: false, lastHand: false, house: true }

/**
 * Takes one step of the house on many records of one programme, under the duty 'pay': state, history, clocks, claims, counts
 * and money, in a fixed number of statements. Gives what stopped each record that could not take it, in words; the others
 * are done. Refuses, all or nothing, what the funds refuse.
 */
export async function settleRecords(
  tx: Tx,
  key: string,
  programme: Programme,
  action: string,
  steps: readonly Settlement[],
  payer: number,
): Promise<ReadonlyMap<string, string>> {
  const problems = new Map<string, string>()
  const rows = await lockRows(tx, programme, steps)
  const byId = new Map(steps.map((step) => [step.record, step]))
  for (const { record } of steps) if (!rows.some((row) => row.id === record)) problems.set(record, '办件不在了')
  const taken = (await knowMany(tx, key, rows, programme)).flatMap((known): Taken[] => {
    const step = byId.get(known.row.id)
    if (!step) return []
    try {
      return [take(programme, action, known, step)]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.set(known.row.id, refusalText(error.code, 'zh', error.detail.values))
      return []
    }
  })
  if (taken.length > 0) await write(tx, key, programme, action, taken, payer)
  return problems
}

/** Locked in one order, so that two batches never wait for each other. */
const lockRows = (tx: Tx, programme: Programme, steps: readonly Settlement[]): Promise<Row[]> =>
  tx.rows<Row>(sql`
    SELECT ${countedColumns}, r.org, r.sealed, r.handlers, r.receiver, r.revision FROM ${tableOf(programme.kind)} r
    WHERE r.id = ANY (${steps.map((s) => s.record)}::uuid[]) AND r.programme = ${programme.id} ORDER BY r.id FOR UPDATE`)

function take(
  programme: Programme,
  action: string,
  { row, facts }: Known & { readonly row: Row },
  step: Settlement,
): Taken {
  const last = facts.history.findLast((done) => done.from !== done.to)?.on ?? step.on
  // A bank's day before the decision it follows from: the history keeps its order.
  const on = step.on < last ? last : step.on
  const to = takeStep(programme, action, facts, house, String(step.said.reason ?? '银行回单'))
  const asks = programme.actions[action]?.asks ?? {}
  const asked = Object.fromEntries(Object.entries(step.said).filter(([field]) => Object.hasOwn(asks, field)))
  const done: Done = { action, from: row.state, to, on, answers: asked }
  const history = [...facts.history, done]
  return { row, step: { ...step, on }, to, asked, facts: { ...facts, state: to, history, reached: reachedIn(history) } }
}

async function write(
  tx: Tx,
  key: string,
  programme: Programme,
  action: string,
  taken: readonly Taken[],
  payer: number,
): Promise<void> {
  const sealed = ({ row, step, asked }: Taken) =>
    sealAnswers(
      { key, salt: row.key_salt, record: row.id, place: `action:${step.actionId}` },
      programme.actions[action]?.asks ?? {},
      asked,
    )
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)} r SET state = t.state, revision = r.revision + 1, updated_at = clock_timestamp()
    FROM unnest(${taken.map((t) => t.row.id)}::uuid[], ${taken.map((t) => t.to)}::text[]) AS t (id, state) WHERE r.id = t.id`)
  await tx.change(sql`
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, reason, by_org, made_on)
    SELECT a.area, a.id, a.record, ${programme.kind}, ${programme.id}, ${action}, a.from_state, a.to_state, a.revision, a.answers, a.reason, ${payer}, a.made_on
    FROM unnest(${taken.map((t) => t.row.area)}::integer[], ${taken.map((t) => t.step.actionId)}::uuid[], ${taken.map((t) => t.row.id)}::uuid[],
                ${taken.map((t) => t.row.state)}::text[], ${taken.map((t) => t.to)}::text[], ${taken.map((t) => t.row.revision + 1)}::integer[],
                ${taken.map((t) => JSON.stringify(sealed(t)))}::jsonb[], ${taken.map((t) => (t.step.said.reason as string | undefined) ?? null)}::text[],
                ${taken.map((t) => t.step.on)}::date[])
      AS a (area, id, record, from_state, to_state, revision, answers, reason, made_on)`)
  if (Object.keys(programme.clocks).length > 0) {
    await writeClocks(
      tx,
      taken.flatMap(({ row, facts }) =>
        clockRows(programme, row, clocksOf(programme.clocks, facts.history, facts.answers)),
      ),
    )
  }
  await claimMany(
    tx,
    programme,
    taken.map(({ row, facts }) => ({ area: row.area, id: row.id, claims: programme.claims?.(facts) ?? [] })),
  )
  await postMany(
    tx,
    undefined,
    taken.map(({ row, facts, step }) => ({
      record: row.id,
      action: step.actionId,
      org: row.ledger_org,
      counts: countsOf(programme, facts),
    })),
  )
  await bookMany(
    tx,
    undefined,
    taken.map(({ row, facts, step }) => ({
      record: row.id,
      action: step.actionId,
      org: row.org,
      programme: programme.id,
      postings: programme.postings?.(facts) ?? [],
    })),
  )
}
