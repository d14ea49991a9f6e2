import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { mayEdit } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { changesIn, storedAnswers, writeRecord } from './act.ts'
import { checkAnswers, merged, refuseMissing } from './checked-answers.ts'
import { commitAction, isDoneIn } from './commit-action.ts'
import { columnsOf, refuseForeignBrand } from './create.ts'
import type { Desk } from './desk.ts'
import { loadRecord } from './facts.ts'
import { lockRecord, type RecordRow, tableOf } from './record-row.ts'
import type { Answers } from './sealing.ts'
import { refuseStale } from './stale.ts'
import { standingOf } from './standing.ts'

export interface Edit {
  readonly actionId: string
  readonly revision: number
  readonly answers: Answers
  /** null takes the brand off. */
  readonly brand?: string | null | undefined
  readonly reason?: string | undefined
}

/**
 * Changes the fields that were sent, and only those; the ledger posts what that makes of the record. Sending what it holds
 * already changes nothing. Refuses 'stale-edit' with both versions, 'state-passed', 'not-allowed', 'field-*'.
 */
export async function editRecord(desk: Desk, programme: Programme, id: string, edit: Edit): Promise<void> {
  const { tx, actor, house, today } = desk
  const key = house.secrets.dataKey
  const asked = { id, row: lockRecord(tx, programme, id) }
  const { row, facts, history } = await loadRecord(tx, key, programme, asked, today)
  if (isDoneIn(history, edit.actionId, 'edit')) return
  if (!programme.editableIn.includes(row.state)) {
    throw new Refusal('state-passed', { values: { state: programme.states[row.state]?.[actor.language] ?? row.state } })
  }
  if (!mayEdit(programme, facts, standingOf(actor, row, history))) throw new Refusal('not-allowed')
  refuseStale(programme, row, facts.answers, edit)

  const checked = await checkAnswers(desk, programme.fields, edit.answers, facts.answers)
  const given = Object.fromEntries(
    Object.entries(checked).filter(([key, value]) => !isDeepStrictEqual(value ?? undefined, facts.answers[key])),
  )
  const answers = merged(facts.answers, given)
  refuseMissing(
    desk,
    Object.fromEntries(Object.entries(programme.fields).filter(([key]) => Object.hasOwn(checked, key))),
    answers,
  )
  const brand = edit.brand === undefined || edit.brand === row.brand ? undefined : edit.brand
  if (Object.keys(given).length === 0 && brand === undefined) return

  const stored = storedAnswers(key, programme, row, given, answers)
  const changes = changesIn(row, stored, given)
  await writeRecord(desk, programme, row, stored, answers, row.state)
  if (brand !== undefined) await writeBrand(desk, programme, row, brand)
  const done = { action: 'edit', from: row.state, to: row.state, on: today, answers: {} } as const
  const after: Facts = {
    ...facts,
    answers,
    on: String(answers[programme.dated]),
    person: columnsOf(programme, answers).person ?? undefined,
    history: [...facts.history, done],
  }
  await commitAction(desk, programme, row, after, {
    id: edit.actionId,
    action: 'edit',
    from: row.state,
    to: row.state,
    revision: row.revision + 1,
    on: today,
    reason: edit.reason,
    changes: brand === undefined ? changes : { ...changes, brand: [row.brand, brand] },
  })
}

async function writeBrand(desk: Desk, programme: Programme, row: RecordRow, brand: string | null): Promise<void> {
  if (brand) await refuseForeignBrand(desk, programme, brand)
  await desk.tx.change(
    sql`UPDATE ${tableOf(programme.kind)} SET brand = ${brand} WHERE area = ${row.area} AND id = ${row.id}`,
  )
}
