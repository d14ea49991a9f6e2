import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { Refusal } from '../../core/refusal.ts'
import { issueDocuments } from '../documents/issue.ts'
import { atHand } from './at-hand.ts'
import { merged } from './checked-answers.ts'
import { commitAction, isDoneIn } from './commit-action.ts'
import { columnsOf } from './create.ts'
import type { Desk } from './desk.ts'
import { type LoadedRecord, loadRecord } from './facts.ts'
import { forgetRecord } from './forget-record.ts'
import { guardOf } from './guards.ts'
import { findGivenAway, type Gone, handOver, readTarget } from './hand-over.ts'
import { findLocked, type RecordRow, refuseUnlocked, tableOf } from './record-row.ts'
import { type Answers, sealAnswers } from './sealing.ts'
import { refuseStale } from './stale.ts'
import { standingOf } from './standing.ts'
import { startRecords } from './start-records.ts'
import { refuseEarly, workOut } from './step-form.ts'

export interface Step {
  readonly actionId: string
  readonly revision: number
  readonly answers?: Answers | undefined
  readonly reason?: string | undefined
  readonly on?: Day | undefined
}

/**
 * Takes one step of the definition's procedure, in the transaction that locks the record: what it fills and asks, the next
 * state, history, clocks, ledger, and the records it opens. The same action id again changes nothing. Gives where the record
 * went when the step handed it over: the actor sees it no more. Refuses what takeStep refuses, 'stale-edit' with both
 * versions, 'field-*', 'date-future', 'already-claimed' and 'action-reused'.
 */
export async function actOn(
  desk: Desk,
  programme: Programme,
  id: string,
  actionName: string,
  step: Step,
): Promise<Gone | undefined> {
  const { tx, house, today } = desk
  const asked = { id, row: findLocked(tx, programme, id) }
  const found = await loadRecord(tx, house.secrets.dataKey, programme, asked, today)
  if (found) return take(desk, programme, found, actionName, step)
  const moves = findAction(programme, actionName)?.moves
  const gone = moves && (await findGivenAway(desk, moves, id, step.actionId, actionName))
  return gone || refuseUnlocked(tx, programme, id)
}

const findAction = (programme: Programme, name: string) =>
  Object.hasOwn(programme.actions, name) ? programme.actions[name] : undefined

async function take(
  desk: Desk,
  programme: Programme,
  { row, ...loaded }: LoadedRecord,
  actionName: string,
  step: Step,
): Promise<Gone | undefined> {
  const { tx, actor, house } = desk
  const key = house.secrets.dataKey
  if (isDoneIn(loaded.history, step.actionId, actionName)) return undefined
  const action = findAction(programme, actionName)
  if (!action) throw new Refusal('not-found')
  const who = standingOf(actor, row, loaded.history)
  refuseEarly(() => takeStep(programme, actionName, loaded.facts, who, step.reason))
  const sent = { revision: step.revision, answers: filledBy(action.fills, step) }
  refuseStale(programme, row, loaded.facts.answers, sent)
  const { filled, asked, answers, on, to, after } = await workOut(desk, programme, actionName, loaded.facts, who, step)
  const judge = await guardOf(programme.id)?.act?.[actionName]?.(desk, [{ id: row.id, facts: after }])
  judge?.({ id: row.id, facts: after })
  const target = await readTarget(desk, action, row, asked)
  const under = { key, salt: row.key_salt, record: row.id, place: `action:${step.actionId}` } as const

  const write = async () => {
    const stored = storedAnswers(key, programme, row, filled, answers)
    const written = writeRecord(desk, programme, row, stored, answers, to)
    const subject = target
      ? await written.then(() => handOver(desk, programme, row, target))
      : { ...row, receiver: columnsOf(programme, answers).receiver }
    const done = commitAction(desk, programme, subject, after, {
      id: step.actionId,
      action: actionName,
      from: row.state,
      to,
      revision: row.revision + 1,
      on,
      reason: step.reason,
      changes: changesIn(row, stored, filled),
      answers: sealAnswers(under, action.asks ?? {}, asked),
    })
    await Promise.all([written, done])
  }
  await (target || who.receiver ? atHand(tx, row.id, write) : write())
  await issueDocuments(desk, programme, row, after, action, step.actionId)
  await startRecords(desk, action.starts?.(after) ?? [], { row, actionId: step.actionId })
  if (to !== row.state && programme.forgetsIn.includes(to)) await forgetRecord(tx, programme, row)
  return target && { moved: target }
}

/** What was sent for the fields this step fills: nobody learns by a stale edit what another field holds. */
const filledBy = (fills: readonly string[] | undefined, { answers }: Pick<Step, 'answers'>): Answers =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(([key]) => fills?.includes(key)))

/** Writes new answers, as they will lie in the row, and state to a locked row. */
export async function writeRecord(
  { tx }: Desk,
  programme: Programme,
  row: RecordRow,
  stored: Answers,
  answers: Answers,
  state: string,
): Promise<void> {
  const { person, parent, receiver } = columnsOf(programme, answers)
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)}
    SET answers = ${JSON.stringify(stored)}, state = ${state}, title = ${titleOf(programme, answers)}, on_date = ${String(answers[programme.dated])},
        person = ${person}, parent = ${parent}, receiver = ${receiver}, revision = revision + 1, updated_at = clock_timestamp()
    WHERE area = ${row.area} AND id = ${row.id}`)
}

/** {field: [before, after]} of what was given, as they are stored: sealed ones sealed. */
export const changesIn = (
  row: RecordRow,
  stored: Answers,
  given: Answers,
): Record<string, readonly [unknown, unknown]> =>
  Object.fromEntries(Object.keys(given).map((key) => [key, [row.answers[key] ?? null, stored[key] ?? null]]))

/** The answers as they will lie in the row: those given sealed anew, the others as they are, emptied ones gone. */
export function storedAnswers(
  key: string,
  programme: Programme,
  row: RecordRow,
  given: Answers,
  answers: Answers,
): Record<string, unknown> {
  const under = { key, salt: row.key_salt, record: row.id, place: 'record' } as const
  const fresh = sealAnswers(under, programme.fields, merged({}, given))
  return Object.fromEntries(
    Object.entries({ ...row.answers, ...fresh }).filter(([name]) => Object.hasOwn(answers, name)),
  )
}
