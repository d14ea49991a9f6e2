import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { addStatement, decideStatement as decideContract } from '../../core/api/statements.ts'
import { readDrafts } from '../../core/draft/check-draft.ts'
import type { DraftNumber } from '../../core/draft/draft-number.ts'
import { measureOf } from '../../core/draft/known.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getMeasure } from '../figures/catalogue.ts'
import { draftMeasures } from './known-measures.ts'
import { getStatement, makesChecks, toStatement } from './statement-rows.ts'

/**
 * Registers one published number in the words it was published in: value, bound, unit and period are read from them. It waits for a
 * second person; the same id again changes nothing. Refuses 'not-allowed', 'action-reused', 'measure-unknown',
 * 'statement-number-unclear', 'statement-not-yours', 'statement-because'.
 */
export async function registerStatement(tx: Tx, actor: Actor, body: BodyOf<typeof addStatement>): Promise<void> {
  if (!makesChecks(actor.role)) throw new Refusal('not-allowed')
  const held = await tx.first<{ mine: boolean }>(
    sql`SELECT by_account = ${actor.account} AND title = ${body.title} AS mine FROM statements WHERE id = ${body.id}`,
  )
  if (held?.mine) return
  if (held) throw new Refusal('action-reused')
  const { differsFrom = null, differsBecause = null, supersedes = null } = body
  if ((differsFrom === null) !== (differsBecause === null))
    throw new Refusal('statement-because', { field: differsFrom === null ? 'differsFrom' : 'differsBecause' })
  if (body.measure !== undefined) getMeasure(body.measure, actor)
  const { n, measure } = numberIn(body)
  const found = await tx.first<{ replaced: boolean; other: boolean }>(sql`
    SELECT ${supersedes}::uuid IS NULL OR EXISTS (SELECT FROM statements WHERE id = ${supersedes} AND org = ${actor.org} AND state = 'standing') AS replaced,
           ${differsFrom}::uuid IS NULL OR EXISTS (SELECT FROM statements WHERE id = ${differsFrom} AND state = 'standing') AS other`)
  if (!found?.replaced) throw new Refusal('statement-not-yours', { field: 'supersedes' })
  if (!found.other) throw new Refusal('statement-not-yours', { field: 'differsFrom' })
  const known = measure === undefined ? undefined : getMeasure(measure)
  await tx.change(sql`
    INSERT INTO statements (area, id, org, code, title, measure, value, bound, unit, unit_label, period, as_of, version, grade,
                            source, quote, supersedes, by_account, state, differs_from, differs_because)
    VALUES (${areaOf(actor.org)}, ${body.id}, ${actor.org}, ${`S-${body.id.slice(-8)}`}, ${body.title}, ${measure ?? null}, ${n.value}, ${n.bound},
            ${n.unit}, ${n.unitWord.slice(0, 20)}, ${n.period?.text ?? ''}, ${body.asOf ?? null}, ${known?.programme.version ?? null}, 'D',
            ${body.source}, ${body.quote}, ${supersedes}, ${actor.account}, 'asked', ${differsFrom}, ${differsBecause})`)
}

/** The number of a sentence, and the measure it is of where her words name one. */
function numberIn({ quote, value, measure }: BodyOf<typeof addStatement>): {
  n: DraftNumber
  measure: string | undefined
} {
  const ground = readDrafts([{ name: 'quote', text: quote }])
  const fitting = ground.numbers.filter(({ n }) => !n.rhetorical && (value === undefined || n.value === value))
  const [one] = fitting
  if (!one || (fitting.length > 1 && value === undefined) || ['unknown', 'mixed'].includes(one.n.unit))
    throw new Refusal('statement-number-unclear', { field: value === undefined ? 'quote' : 'value' })
  return { n: one.n, measure: measure ?? measureOf(ground, one, draftMeasures)?.id }
}

/** Approves it, and then it stands, or returns it with the reason. Refuses 'not-found', 'second-person', 'statement-decided', 'not-allowed', 'reason-needed'. */
export async function decideStatement(
  tx: Tx,
  actor: Actor,
  id: string,
  { approve, reason }: BodyOf<typeof decideContract>,
): Promise<void> {
  await tx.rows(sql`SELECT FROM statements WHERE id = ${id} FOR UPDATE`)
  const row = await getStatement(tx, id)
  const { decide } = toStatement(row, actor)
  if (decide.why) throw new Refusal('second-person')
  if (row.state !== 'asked') throw new Refusal('statement-decided')
  if (!decide.allowed) throw new Refusal('not-allowed')
  if (!approve && !reason) throw new Refusal('reason-needed', { field: 'reason' })
  await tx.change(sql`
    UPDATE statements SET state = ${approve ? 'standing' : 'returned'}, reason = ${approve ? null : (reason ?? null)},
      approved_by = ${approve ? actor.displayName : null}, decided_by = ${actor.account}, decided_at = clock_timestamp()
    WHERE id = ${id}`)
}
