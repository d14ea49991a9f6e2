import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import type { Desk } from '../records/desk.ts'
import { tableOf } from '../records/record-row.ts'

type Answers = Readonly<Record<string, unknown>>

/** Hashed, because a text cut out of a sheet keeps the whole piece of the file it was cut from in memory. */
const dayAndTitle = (day: string, title: string) => hash('md5', `${day} ${title.trim()}`, 'base64')

/** By what two rows of one organisation look like the same matter: the person of a member, else day and title. */
export function naturalKey(programme: Programme, answers: Answers): string {
  const person = programme.personField && answers[programme.personField]
  return person ? String(person) : dayAndTitle(String(answers[programme.dated]), titleOf(programme, answers))
}

export type FindDuplicates = (desk: Desk, all: readonly Answers[]) => Promise<ReadonlySet<string>>

/**
 * Natural keys that records have already. Members are looked up chunk by chunk; of other records the organisation's own are
 * read once, when the import begins: what others write in those seconds is not compared, and a duplicate is a warning.
 */
export function duplicateFinder(programme: Programme, org: OrgCode): FindDuplicates {
  const table = tableOf(programme.kind)
  const key = programme.personField
  if (key) {
    return async ({ tx }, all) => {
      const people = all.flatMap((a) => (typeof a[key] === 'string' ? [a[key]] : []))
      const rows = await tx.rows<{ key: string }>(sql`
        SELECT DISTINCT person AS key FROM ${table} WHERE programme = ${programme.id} AND person = ANY(${people}::uuid[])`)
      return new Set(rows.map((row) => row.key))
    }
  }
  let known: Set<string> | undefined
  return async ({ tx }) => {
    if (known) return known
    const rows = await tx.rows<{ on_date: Day; title: string }>(sql`
      SELECT on_date, title FROM ${table} WHERE programme = ${programme.id} AND org = ${org}`)
    known = new Set(rows.map((row) => dayAndTitle(row.on_date, row.title)))
    return known
  }
}
