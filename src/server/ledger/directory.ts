import { sql } from 'kysely'
import type { Count } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { countsOf } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { committeeDirectory, organisationDirectory } from '../../programmes/organising/directory.ts'
import type { Tx } from '../database/actor.ts'
import { postCounts } from './post.ts'

/** Since when the divisions of the list count: the list says that they stand, not since when. */
export const directoryDay: Day = '2023-01-01'
const batchSize = 4_000

interface OrgRow {
  readonly code: OrgCode
  readonly kind: string
  readonly quasi: boolean
  readonly valid_from: Day | null
  readonly valid_to: Day | null
}
interface SeatRow {
  readonly id: string
  readonly org: OrgCode
  readonly person: string
  readonly position: string
  readonly from_date: Day
  readonly to_date: Day | null
}

/** What one line of the directory is worth, and under which id the ledger holds it. */
export interface Subject {
  readonly programme: Programme
  readonly record: string
  readonly org: OrgCode
  readonly counts: readonly Count[]
}

/** The id under which an organisation's entries stand: its 16 digits in the shape of a UUID. */
export function recordOfOrg(code: OrgCode): string {
  const digits = String(code)
  return `00000000-0000-8${digits.slice(0, 3)}-8${digits.slice(3, 6)}-00${digits.slice(6)}`
}

const factsOf = (
  on: Day,
  ended: Day | null,
  states: readonly [string, string],
  more: Pick<Facts, 'answers' | 'person'>,
): Facts => ({
  ...more,
  on,
  state: states[ended === null ? 0 : 1],
  reached: ended === null ? {} : { ended },
  history: [],
  attendance: [],
  heads: [],
})

/** A division that only the list knows (a pseudo-unit) has no federation: it counts for nothing. */
function orgSubject({ code, kind, quasi, valid_from, valid_to }: OrgRow): Subject {
  const from = valid_from ?? directoryDay
  const facts = factsOf(from, valid_to, ['standing', 'ended'], { answers: { kind, from }, person: undefined })
  const counts = quasi ? [] : countsOf(organisationDirectory, facts)
  return { programme: organisationDirectory, record: recordOfOrg(code), org: code, counts }
}

function seatSubject({ id, org, person, position, from_date, to_date }: SeatRow): Subject {
  const answers = { name: position, from: from_date, person }
  const facts = factsOf(from_date, to_date, ['sitting', 'ended'], { answers, person })
  return { programme: committeeDirectory, record: id, org, counts: countsOf(committeeDirectory, facts) }
}

const orgColumns = sql`code, kind, quasi, valid_from, valid_to`
const seatColumns = sql`id, org, person, position, from_date, to_date`

/** Posts what organisations are worth now less what the ledger holds for them, in the transaction that changed them. */
export async function postOrgs(tx: Tx, post: string | undefined, codes: readonly OrgCode[]): Promise<void> {
  const rows = await tx.rows<OrgRow>(
    sql`SELECT ${orgColumns} FROM organisations WHERE code = ANY(${codes}::bigint[]) ORDER BY code`,
  )
  await postEach(tx, post, rows.map(orgSubject))
}

/** The same for seats, by their ids. */
export async function postSeats(tx: Tx, post: string | undefined, ids: readonly string[]): Promise<void> {
  const rows = await tx.rows<SeatRow>(
    sql`SELECT ${seatColumns} FROM organisation_members WHERE id = ANY(${ids}::uuid[]) ORDER BY id`,
  )
  await postEach(tx, post, rows.map(seatSubject))
}

/** One by one: what is worth nothing any more gives back what it held, which the posting of many does not see. */
async function postEach(tx: Tx, post: string | undefined, subjects: readonly Subject[]): Promise<void> {
  for (const { record, org, counts } of subjects) await postCounts(tx, { record, action: record, post, org }, counts)
}

/** Those never posted before, together. */
async function postFirst(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  const rows = subjects.flatMap(({ record, org, counts }) => counts.map((count) => ({ ...count, record, org })))
  if (rows.length === 0) return
  await tx.rows(sql`
    SELECT post_counts(NULL, ${rows.map((r) => r.record)}::uuid[], ${rows.map((r) => r.record)}::uuid[],
      ${rows.map((r) => r.org)}::bigint[], ${rows.map((r) => r.measure)}::text[], ${rows.map((r) => r.on)}::date[],
      ${rows.map((r) => r.value)}::bigint[], ${rows.map((r) => r.grade)}::text[], ${rows.map((r) => r.person ?? null)}::uuid[])`)
}

/** Every line of the directory, some thousands at a time. */
export async function* subjectsOf(tx: Tx): AsyncGenerator<readonly Subject[]> {
  for (let last = 0; ; ) {
    const rows = await tx.rows<OrgRow>(
      sql`SELECT ${orgColumns} FROM organisations WHERE code > ${last}::bigint ORDER BY code LIMIT ${batchSize}`,
    )
    if (rows.length === 0) break
    last = rows.at(-1)?.code ?? last
    yield rows.map(orgSubject)
  }
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.rows<SeatRow>(
      sql`SELECT ${seatColumns} FROM organisation_members WHERE id > ${last}::uuid ORDER BY id LIMIT ${batchSize}`,
    )
    if (rows.length === 0) return
    last = rows.at(-1)?.id ?? last
    yield rows.map(seatSubject)
  }
}

/** Whether the divisions of the list were counted: a house whose directory was never counted has nothing to compare. */
export async function isCounted(tx: Tx): Promise<boolean> {
  const row = await tx.first<{ counted: boolean }>(sql`
    SELECT EXISTS (SELECT FROM entries e JOIN measures m ON m.no = e.measure JOIN organisations o ON o.code = e.org
      WHERE m.id = 'organisation.all' AND o.valid_from IS NULL AND e.on_date = ${directoryDay}) AS counted`)
  return row?.counted ?? false
}

/** Counts the whole directory, once in the life of a house: under the duty load, after the divisions and definitions. */
export async function countDirectory(tx: Tx): Promise<void> {
  if (await isCounted(tx)) return
  for await (const subjects of subjectsOf(tx)) await postFirst(tx, subjects)
}
