import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { reachedIn } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import type { Role } from '../../core/role.ts'
import type { Tx } from '../database/actor.ts'
import type { RecordRow } from './record-row.ts'
import { type Answers, unsealAnswers } from './sealing.ts'

/** One row of a record's history as it is stored, with the words for who did it. */
export interface ActionRow {
  id: string
  record: string
  action: string
  from_state: string | null
  to_state: string
  revision: number
  answers: Answers
  changes: Readonly<Record<string, readonly [unknown, unknown]>>
  reason: string | null
  by_account: string | null
  by_post: string | null
  by_org: number
  by_org_name: string
  by_name: string | null
  by_role: Role | null
  made_on: Day
  at: Date
}

export interface Loaded {
  readonly facts: Facts
  readonly history: readonly ActionRow[]
}

const historyOf = (records: readonly string[]) => sql<ActionRow>`
    SELECT a.id, a.record, a.action, a.from_state, a.to_state, a.revision, a.answers, a.changes, a.reason, a.by_account, a.by_post, a.by_org,
           o.name AS by_org_name, c.display_name AS by_name, p.role AS by_role, a.made_on, a.at
    FROM actions a
    JOIN organisations o ON o.code = a.by_org
    LEFT JOIN accounts c ON c.id = a.by_account
    LEFT JOIN posts p ON p.id = a.by_post
    WHERE a.record = ANY(${records}::uuid[])
    ORDER BY a.revision, a.at, a.id`

/** Everything that was done to a record, in order; names only of people the reader's organisation knows. */
export const loadHistory = (tx: Tx, row: Pick<RecordRow, 'id'>): Promise<ActionRow[]> => tx.rows(historyOf([row.id]))

export interface LoadedRecord extends Loaded {
  readonly row: RecordRow
}

type Attended = Facts['attendance'][number]

function loadAttendance(tx: Tx, programme: Programme, id: string): Promise<Attended[]> {
  if (programme.kind !== 'activity') return Promise.resolve([])
  return tx.rows(sql`SELECT person, minutes FROM attendances WHERE activity = ${id} ORDER BY id`)
}

/** Steps the definition does not know (lists, head-counts, handlers) look like edits to it. */
const asDone = (programme: Programme, key: string, row: RecordRow, act: ActionRow): Done => ({
  action: Object.hasOwn(programme.actions, act.action) || act.action === 'create' ? act.action : 'edit',
  from: act.from_state ?? undefined,
  to: act.to_state,
  on: act.made_on,
  at: act.at.toISOString(),
  answers: unsealAnswers({ key, salt: row.key_salt, record: row.id, place: `action:${act.id}` }, act.answers),
})

/**
 * All that a definition's checks and counts look at, sealed answers opened for them only. `key` is the house's data key.
 * Two statements at once, one when the record is no activity.
 */
export async function loadFacts(
  tx: Tx,
  key: string,
  programme: Programme,
  row: RecordRow,
  today: Day,
): Promise<Loaded> {
  const [history, attendance] = await Promise.all([loadHistory(tx, row), loadAttendance(tx, programme, row.id)])
  return factsOf(key, programme, row, today, history, attendance)
}

/**
 * The same of a record that is being asked for, or locked, at this moment: all three answers travel together, in this order, so
 * the history is read once a lock is held. Undefined when there is no row.
 */
export async function loadRecord<Row extends RecordRow | undefined>(
  tx: Tx,
  key: string,
  programme: Programme,
  asked: { readonly id: string; readonly row: Promise<Row> },
  today: Day,
): Promise<LoadedRecord | Extract<Row, undefined>> {
  const [row, history, attendance] = await Promise.all([
    asked.row,
    loadHistory(tx, asked),
    loadAttendance(tx, programme, asked.id),
  ])
  if (!row) return row as Extract<Row, undefined>
  return { row, ...factsOf(key, programme, row, today, history, attendance) }
}

/** The same of many records at once: two statements, whatever their number. */
export async function loadManyFacts(
  tx: Tx,
  key: string,
  programme: Programme,
  rows: readonly RecordRow[],
  today: Day,
): Promise<Map<string, Loaded>> {
  const ids = rows.map((row) => row.id)
  const histories = grouped(await tx.rows(historyOf(ids)), (act) => act.record)
  const attended =
    programme.kind === 'activity'
      ? await tx.rows<Attended & { activity: string }>(
          sql`SELECT activity, person, minutes FROM attendances WHERE activity = ANY(${ids}::uuid[]) ORDER BY id`,
        )
      : []
  const lists = grouped(attended, (a) => a.activity)
  return new Map(
    rows.map((row) => {
      const list = (lists.get(row.id) ?? []).map(({ person, minutes }) => ({ person, minutes }))
      return [row.id, factsOf(key, programme, row, today, histories.get(row.id) ?? [], list)]
    }),
  )
}

function factsOf(
  key: string,
  programme: Programme,
  row: RecordRow,
  today: Day,
  history: readonly ActionRow[],
  attendance: readonly Attended[],
): Loaded {
  const done = history.map((act) => asDone(programme, key, row, act))
  const answers = unsealAnswers({ key, salt: row.key_salt, record: row.id, place: 'record' }, row.answers)
  return {
    history,
    facts: {
      state: row.state,
      on: row.on_date,
      answers,
      history: done,
      reached: reachedIn(done),
      person: row.person ?? undefined,
      attendance,
      heads: row.heads,
      today,
    },
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
