import { sql } from 'kysely'
import { type Count, settle } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import { countsOf, reachedIn } from '../../core/procedure.ts'
import type { Done, Facts, Heads, Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import type { Tx } from '../database/actor.ts'
import { type Answers, isSealedAnswer, unsealAnswers } from '../records/sealing.ts'

/** What counting a record again needs of its row. */
export interface CountedRow {
  area: number
  kind: string
  id: string
  programme: string
  /** Of the definition it was made under. */
  version: number
  number: string | null
  ledger_org: number
  state: string
  on_date: Day
  answers: Answers
  key_salt: Buffer | null
  person: string | null
  heads: readonly Heads[]
}

export const countedColumns = sql`r.area, r.kind, r.id, r.programme, r.version, r.number, r.ledger_org, r.state, r.on_date, r.answers, r.key_salt, r.person, r.heads`

interface ActionRow {
  record: string
  id: string
  action: string
  from_state: string | null
  to_state: string
  made_on: Day
  at: Date
  answers: Answers
}

export interface Worth {
  readonly row: CountedRow
  readonly counts: readonly Count[]
  /** The last thing done to it: what a recount names as its source. */
  readonly action: string | undefined
  /** Shredded: the persons it counted cannot be counted again, and stay counted (DESIGN 7). */
  readonly shredded: boolean
}

/** A record as its definition sees it now. */
export interface Known {
  readonly row: CountedRow
  readonly programme: Programme
  readonly facts: Facts
  /** The last thing done to it: what a recount names as its source. */
  readonly action: string | undefined
}

/** What many records are worth by their definitions now, in two statements. `key` opens sealed answers. Skips unknown programmes. */
export async function worthOf(tx: Tx, key: string, rows: readonly CountedRow[]): Promise<Worth[]> {
  return (await knowMany(tx, key, rows)).map(({ row, programme, facts, action }) => {
    const shredded = row.key_salt === null && Object.values(row.answers).some(isSealedAnswer)
    return { row, counts: settle(countsOf(programme, facts)), action, shredded }
  })
}

/** Many records with their history, in two statements; a definition may be given for records of one programme. */
export async function knowMany<Row extends CountedRow>(
  tx: Tx,
  key: string,
  rows: readonly Row[],
  given?: Programme,
): Promise<(Known & { readonly row: Row })[]> {
  const ids = rows.map((r) => r.id)
  const actions = group(
    await tx.rows<ActionRow>(sql`
    SELECT record, id, action, from_state, to_state, made_on, at, answers FROM actions WHERE record = ANY (${ids}::uuid[]) ORDER BY record, revision, at, id`),
    (a) => a.record,
  )
  const present = group(
    await tx.rows<{ activity: string; person: string; minutes: number | null }>(sql`
    SELECT activity, person, minutes FROM attendances WHERE activity = ANY (${ids}::uuid[]) ORDER BY activity, id`),
    (a) => a.activity,
  )
  return rows.flatMap((row) => {
    const programme = given ?? findProgramme(row.programme, row.version)
    if (!programme) return []
    const done = actions.get(row.id) ?? []
    const facts = factsOf(programme, key, row, done, present.get(row.id) ?? [])
    return [{ row, programme, facts, action: done.at(-1)?.id }]
  })
}

function factsOf(
  programme: Programme,
  key: string,
  row: CountedRow,
  actions: readonly ActionRow[],
  attendance: Facts['attendance'],
): Facts {
  const under = { key, salt: row.key_salt, record: row.id }
  const history = actions.map(
    (a): Done => ({
      action: Object.hasOwn(programme.actions, a.action) || a.action === 'create' ? a.action : 'edit',
      from: a.from_state ?? undefined,
      to: a.to_state,
      on: a.made_on,
      at: a.at.toISOString(),
      answers: unsealAnswers({ ...under, place: `action:${a.id}` }, a.answers),
    }),
  )
  return {
    state: row.state,
    on: row.on_date,
    answers: unsealAnswers({ ...under, place: 'record' }, row.answers),
    history,
    reached: reachedIn(history),
    person: row.person ?? undefined,
    attendance,
    heads: row.heads,
  }
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const list = map.get(key)
    if (list) list.push(row)
    else map.set(key, [row])
  }
  return map
}
