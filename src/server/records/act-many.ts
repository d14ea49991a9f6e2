import { sql } from 'kysely'
import { clocksOf } from '../../core/clock.ts'
import type { Day } from '../../core/day.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Action, Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { Refusal } from '../../core/refusal.ts'
import { clockRows } from '../deadlines/turn-clocks.ts'
import { writeClocks } from '../deadlines/write-clocks.ts'
import { issueDocuments } from '../documents/issue.ts'
import { bookMany } from '../funds/book-postings.ts'
import { postMany } from '../ledger/post.ts'
import { storedAnswers } from './act.ts'
import { claimMany } from './claims.ts'
import { isDoneIn } from './commit-action.ts'
import { columnsOf } from './create.ts'
import { type Desk, isHouse } from './desk.ts'
import { loadManyFacts } from './facts.ts'
import { guardOf } from './guards.ts'
import { lockMany, type RecordRow, tableOf } from './record-row.ts'
import { type Answers, sealAnswers } from './sealing.ts'
import { standingOf } from './standing.ts'
import { startRecords } from './start-records.ts'
import { refuseEarly, type Worked, workOut } from './step-form.ts'

/** One step of many, each with an id of its own: sent again it changes nothing. */
export interface ManyStep {
  readonly id: string
  readonly actionId: string
  readonly answers?: Answers | undefined
  readonly reason?: string | undefined
  readonly on?: Day | undefined
}

interface Taken extends Worked {
  readonly row: RecordRow
  readonly step: ManyStep
}

const chunkSize = 1000

/**
 * Takes one step on many records of a programme, in the caller's transaction: the checks of actOn for each, and a fixed
 * number of statements for every thousand. `desk.actor` is a person, or houseActor under a duty. Gives the ids of the records
 * that took it now; one that took this very step before is left as it is. The first refusal stops all, and names its record
 * in `facts.record`. A step that hands records over is not taken in bulk.
 */
export async function actOnMany(
  desk: Desk,
  programme: Programme,
  actionName: string,
  steps: readonly ManyStep[],
): Promise<string[]> {
  const action = Object.hasOwn(programme.actions, actionName) ? programme.actions[actionName] : undefined
  if (!action) throw new Refusal('not-found')
  if (action.moves !== undefined) throw new Error(`${programme.id}.${actionName} hands records over one by one`)
  const done: string[] = []
  for (let at = 0; at < steps.length; at += chunkSize) {
    const taken = await workOutAll(desk, programme, actionName, steps.slice(at, at + chunkSize))
    await writeAll(desk, programme, actionName, action, taken)
    for (const { row } of taken) done.push(row.id)
  }
  return done
}

/** Locks the records and works each step out. Refuses what actOn refuses. */
async function workOutAll(
  desk: Desk,
  programme: Programme,
  actionName: string,
  steps: readonly ManyStep[],
): Promise<Taken[]> {
  const { tx, actor, house, today } = desk
  const rows = new Map(
    (
      await lockMany(
        tx,
        programme,
        steps.map((s) => s.id),
      )
    ).map((row) => [row.id, row]),
  )
  const facts = await loadManyFacts(tx, house.secrets.dataKey, programme, [...rows.values()], today)
  const taken: Taken[] = []
  const seen = new Set<string>()
  for (const step of steps) {
    const row = rows.get(step.id)
    const loaded = facts.get(step.id)
    if (!row || !loaded) throw new Refusal('not-found', { facts: { record: step.id } })
    if (seen.has(step.id)) throw new Refusal('action-reused', { facts: { record: step.id } })
    seen.add(step.id)
    const who = standingOf(actor, row, loaded.history)
    await named(step.id, async () => {
      if (isDoneIn(loaded.history, step.actionId, actionName)) return
      refuseEarly(() => takeStep(programme, actionName, loaded.facts, who, step.reason))
      taken.push({ ...(await workOut(desk, programme, actionName, loaded.facts, who, step)), row, step })
    })
  }
  await refuseGuarded(desk, programme, actionName, taken)
  return taken
}

/** What lies in other records: looked up for all at once. */
async function refuseGuarded(desk: Desk, programme: Programme, actionName: string, taken: readonly Taken[]) {
  const guard = guardOf(programme.id)?.act?.[actionName]
  if (!guard || taken.length === 0) return
  const asked = taken.map(({ row, after }) => ({ id: row.id, facts: after }))
  const judge = await guard(desk, asked)
  for (const one of asked) await named(one.id, () => judge(one))
}

/** A refusal says which of many it is of. */
async function named(record: string, check: () => Promise<void> | void): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, { ...error.detail, facts: { ...error.detail.facts, record } })
  }
}

async function writeAll(
  desk: Desk,
  programme: Programme,
  actionName: string,
  action: Action,
  taken: readonly Taken[],
): Promise<void> {
  if (taken.length === 0) return
  const { tx } = desk
  await writeRows(desk, programme, actionName, action, taken)
  const subjects = taken.map(({ row, answers, after }) => ({
    subject: { ...row, receiver: columnsOf(programme, answers).receiver },
    after,
  }))
  if (Object.keys(programme.clocks).length > 0)
    await writeClocks(
      tx,
      subjects.flatMap(({ subject, after }) =>
        clockRows(programme, subject, clocksOf(programme.clocks, after.history, after.answers)),
      ),
    )
  if (programme.claims) {
    const { claims } = programme
    await claimMany(
      tx,
      programme,
      subjects.map(({ subject, after }) => ({ area: subject.area, id: subject.id, claims: claims(after) })),
    )
  }
  await postMany(
    desk.tx,
    desk.actor.post || undefined,
    taken.map(({ row, step, after }) => ({
      record: row.id,
      action: step.actionId,
      org: row.ledger_org,
      counts: countsOf(programme, after),
    })),
  )
  if (programme.postings) {
    const { postings } = programme
    await bookMany(
      tx,
      desk.actor.post || undefined,
      taken.map(({ row, step, after }) => ({
        record: row.id,
        action: step.actionId,
        org: row.org,
        programme: programme.id,
        postings: postings(after),
      })),
    )
  }
  // Rare in bulk, and each a matter of its own.
  for (const { row, step, after } of action.makes || action.starts ? taken : []) {
    await issueDocuments(desk, programme, row, after, action, step.actionId)
    await startRecords(desk, action.starts?.(after) ?? [], { row, actionId: step.actionId })
  }
}

/** Records and history, two statements. */
async function writeRows(
  { tx, actor, house }: Desk,
  programme: Programme,
  actionName: string,
  action: Action,
  taken: readonly Taken[],
): Promise<void> {
  const key = house.secrets.dataKey
  const rows = taken.map(({ row, step, filled, asked, answers, to, on }) => {
    const stored = storedAnswers(key, programme, row, filled, answers)
    const under = { key, salt: row.key_salt, record: row.id, place: `action:${step.actionId}` } as const
    return {
      area: row.area,
      id: row.id,
      stored,
      state: to,
      title: titleOf(programme, answers),
      on_date: String(answers[programme.dated]),
      ...columnsOf(programme, answers),
      action: step.actionId,
      from: row.state,
      revision: row.revision + 1,
      asked: sealAnswers(under, action.asks ?? {}, asked),
      changes: Object.fromEntries(
        Object.keys(filled).map((name) => [name, [row.answers[name] ?? null, stored[name] ?? null]]),
      ),
      reason: step.reason?.trim() || null,
      by_org: isHouse(actor) ? row.org : actor.org,
      made_on: on,
    }
  })
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)} r
    SET answers = d.stored, state = d.state, title = d.title, on_date = d.on_date, person = d.person, parent = d.parent, receiver = d.receiver,
        revision = d.revision, updated_at = clock_timestamp()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS d (area integer, id uuid, stored jsonb, state text, title text, on_date date, person uuid, parent uuid, receiver bigint, revision integer)
    WHERE r.area = d.area AND r.id = d.id`)
  await tx.change(sql`
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, answers, changes, reason,
                         by_account, by_post, by_org, made_on)
    SELECT d.area, d.action, d.id, ${programme.kind}, ${programme.id}, ${actionName}, d."from", d.state, d.revision, d.asked, d.changes, d.reason,
           ${actor.account || null}::uuid, ${actor.post || null}::uuid, d.by_org, d.made_on
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS d (area integer, action uuid, id uuid, "from" text, state text, revision integer, asked jsonb, changes jsonb, reason text, by_org bigint,
            made_on date)`)
}
