import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { reachedIn, takeStep } from '../../core/procedure.ts'
import type { Action, Done, Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { checkAnswers, merged, pick, refuseMissing } from './checked-answers.ts'
import { commitAction, isReplay } from './commit-action.ts'
import { columnsOf } from './create.ts'
import type { Desk } from './desk.ts'
import { type Loaded, loadFacts } from './facts.ts'
import { lockRecord, type RecordRow, tableOf } from './record-row.ts'
import { type Answers, sealAnswers } from './sealing.ts'
import { refuseStale } from './stale.ts'
import { standingOf } from './standing.ts'

export interface Step {
  readonly actionId: string
  readonly revision: number
  readonly answers?: Answers | undefined
  readonly reason?: string | undefined
  readonly on?: Day | undefined
}

/**
 * Takes one step of the definition's procedure, in the transaction that locks the record: what it fills and asks, the next
 * state, history, clocks, ledger. The same action id again changes nothing. Refuses what takeStep refuses, 'stale-edit'
 * with both versions, 'field-*', 'date-future' and 'action-reused'.
 */
export async function actOn(
  desk: Desk,
  programme: Programme,
  id: string,
  actionName: string,
  step: Step,
): Promise<void> {
  const { tx, actor, house, today } = desk
  const row = await lockRecord(tx, programme, id)
  if (await isReplay(desk, row.area, step.actionId, id, actionName)) return
  const key = house.secrets.dataKey
  const loaded = await loadFacts(tx, key, programme, row, today)
  const who = standingOf(actor, row, loaded.history)
  const action = Object.hasOwn(programme.actions, actionName) ? programme.actions[actionName] : undefined
  if (!action) throw new Refusal('not-found')
  refuseEarly(() => takeStep(programme, actionName, loaded.facts, who, step.reason))
  refuseStale(programme, row, loaded.facts.answers, step)

  const { filled, asked } = await readForm(desk, programme, action, loaded.facts, step.answers ?? {})
  const answers = merged(loaded.facts.answers, filled)
  const dated = String(answers[programme.dated])
  const on = dayOfStep(desk, loaded, step.on)
  const before: Facts = { ...loaded.facts, answers, on: dated }
  const to = takeStep(programme, actionName, before, who, step.reason)
  const done: Done = { action: actionName, from: row.state, to, on, answers: asked }
  const history = [...loaded.facts.history, done]
  const after: Facts = {
    ...before,
    state: to,
    history,
    reached: reachedIn(history),
    person: columnsOf(programme, answers).person ?? undefined,
  }

  const changes = await writeRecord(desk, programme, row, filled, answers, to)
  await commitAction(desk, programme, row, after, {
    id: step.actionId,
    action: actionName,
    from: row.state,
    to,
    revision: row.revision + 1,
    on,
    reason: step.reason,
    changes,
    answers: sealAnswers(
      { key, salt: row.key_salt, record: id, place: `action:${step.actionId}` },
      action.asks ?? {},
      asked,
    ),
  })
}

/** Wrong state, wrong person, no reason: said before anybody is sent back to her form. What is unmet may yet be filled in. */
function refuseEarly(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'needs-unmet')) throw error
  }
}

/** A step's form: fields of the record it fills, and questions kept with the step. */
async function readForm(desk: Desk, programme: Programme, action: Action, facts: Facts, given: Answers) {
  const fills = pick(programme.fields, action.fills ?? [])
  const asks = action.asks ?? {}
  const checked = await checkAnswers(desk, { ...fills, ...asks }, given, facts.answers)
  const part = (fields: object) =>
    Object.fromEntries(Object.entries(checked).filter(([key]) => Object.hasOwn(fields, key)))
  const filled = part(fills)
  const asked = merged({}, part(asks))
  refuseMissing(desk, asks, asked)
  refuseMissing(desk, fills, merged(facts.answers, filled))
  return { filled, asked }
}

/** The day a step is told to have happened: not later than today, nor before the step that led here. */
function dayOfStep({ today, actor }: Desk, { facts }: Loaded, told: Day | undefined): Day {
  if (told === undefined) return today
  const label = actor.language === 'zh' ? '日期' : 'Day'
  if (told > today) throw new Refusal('date-future', { field: 'on', values: { label } })
  const last = facts.history.findLast((done) => done.from !== done.to)?.on ?? told
  const what = actor.language === 'zh' ? `不能早于上一步的 ${last}` : `not before the last step, ${last}`
  if (told < last) throw new Refusal('field-invalid', { field: 'on', values: { label, what } })
  return told
}

/** Writes new answers and state to a locked row; gives {field: [before, after]} as they are stored, sealed ones sealed. */
export async function writeRecord(
  { tx, house }: Desk,
  programme: Programme,
  row: RecordRow,
  given: Answers,
  answers: Answers,
  state: string,
): Promise<Record<string, readonly [unknown, unknown]>> {
  const under = { key: house.secrets.dataKey, salt: row.key_salt, record: row.id, place: 'record' } as const
  const fresh = sealAnswers(under, programme.fields, merged({}, given))
  const stored = Object.fromEntries(
    Object.entries({ ...row.answers, ...fresh }).filter(([key]) => Object.hasOwn(answers, key)),
  )
  const { person, parent } = columnsOf(programme, answers)
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)}
    SET answers = ${JSON.stringify(stored)}, state = ${state}, title = ${String(answers[programme.title])}, on_date = ${String(answers[programme.dated])},
        person = ${person}, parent = ${parent}, revision = revision + 1, updated_at = clock_timestamp()
    WHERE area = ${row.area} AND id = ${row.id}`)
  return Object.fromEntries(Object.keys(given).map((key) => [key, [row.answers[key] ?? null, stored[key] ?? null]]))
}
