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

/** Everything that was done to a record, in order; names only of people the reader's organisation knows. */
export function loadHistory(tx: Tx, row: Pick<RecordRow, 'id'>): Promise<ActionRow[]> {
  return tx.rows<ActionRow>(sql`
    SELECT a.id, a.action, a.from_state, a.to_state, a.revision, a.answers, a.changes, a.reason, a.by_account, a.by_post, a.by_org,
           o.name AS by_org_name, c.display_name AS by_name, p.role AS by_role, a.made_on, a.at
    FROM actions a
    JOIN organisations o ON o.code = a.by_org
    LEFT JOIN accounts c ON c.id = a.by_account
    LEFT JOIN posts p ON p.id = a.by_post
    WHERE a.record = ${row.id}
    ORDER BY a.revision, a.at, a.id`)
}

function loadAttendance(
  tx: Tx,
  programme: Programme,
  id: string,
): Promise<{ person: string; minutes: number | null }[]> {
  if (programme.kind !== 'activity') return Promise.resolve([])
  return tx.rows(sql`SELECT person, minutes FROM attendances WHERE activity = ${id} ORDER BY id`)
}

/** Steps the definition does not know (lists, head-counts, handlers) look like edits to it. */
const asDone = (programme: Programme, key: string, row: RecordRow, act: ActionRow): Done => ({
  action: Object.hasOwn(programme.actions, act.action) || act.action === 'create' ? act.action : 'edit',
  from: act.from_state ?? undefined,
  to: act.to_state,
  on: act.made_on,
  answers: unsealAnswers({ key, salt: row.key_salt, record: row.id, place: `action:${act.id}` }, act.answers),
})

/**
 * All that a definition's checks and counts look at, sealed answers opened for them only. `key` is the house's data key.
 * Two statements, one when the record is no activity.
 */
export async function loadFacts(
  tx: Tx,
  key: string,
  programme: Programme,
  row: RecordRow,
  today: Day,
): Promise<Loaded> {
  const history = await loadHistory(tx, row)
  const attendance = await loadAttendance(tx, programme, row.id)
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
