import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Facts, Heads, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { commitAction, isDoneIn } from './commit-action.ts'
import type { Desk } from './desk.ts'
import { type Loaded, loadRecord } from './facts.ts'
import { guardOf } from './guards.ts'
import { lockRecord, type RecordRow, tableOf } from './record-row.ts'
import { refuseStale } from './stale.ts'
import { mayAttend, standingOf } from './standing.ts'

export interface Attendance {
  readonly actionId: string
  readonly people: readonly { readonly person: string; readonly minutes?: number | undefined }[]
  readonly remove: readonly string[]
  /** Why minutes are settled by hand for somebody who signed in by code (R-VOL-04). */
  readonly reason?: string | undefined
}

/**
 * Puts people on an activity's list, sets their minutes, takes people off; nobody is on it twice (R-STAT-01). The list is
 * not part of the record's revision, so phones at the door never make the organiser's form stale.
 */
export async function attend(desk: Desk, programme: Programme, id: string, given: Attendance): Promise<void> {
  const { row, loaded } = await lockForAttendance(desk, programme, id)
  if (isDoneIn(loaded.history, given.actionId, 'attend')) return
  refuseUnlessAttending(desk, programme, row, loaded)
  const people = new Map(given.people.map((p) => [p.person, p.minutes ?? null]))
  const held = new Map(loaded.facts.attendance.map((a) => [a.person, a.minutes]))
  const fresh = await livingOnes(
    desk,
    [...people.keys()].filter((person) => !held.has(person)),
  )
  const kept = [...people].filter(
    ([person, minutes]) => held.has(person) && minutes !== null && held.get(person) !== minutes,
  )
  const gone = given.remove.filter((person) => held.has(person) && !people.has(person))
  const added = [...new Set(fresh.map((p) => p.id))].filter((person) => !held.has(person))
  const minutesOf = (person: string) => people.get(fresh.find((f) => f.id === person)?.asked ?? person) ?? null
  await refuseUnsettled(desk, row.id, kept, given.reason)
  const timed = [...kept, ...added.map((person) => [person, minutesOf(person)] as const)]
  const judge = await guardOf(programme.id)?.list?.(desk, { id: row.id, facts: loaded.facts }, added)
  for (const [person, minutes] of timed) judge?.(person, minutes)
  await addPeople(
    desk,
    programme,
    row,
    added.map((person) => ({ id: v7(), person, minutes: minutesOf(person) })),
    'list',
  )
  if (kept.length > 0) {
    await desk.tx.change(sql`
      UPDATE attendances SET minutes = k.minutes FROM unnest(${kept.map(([p]) => p)}::uuid[], ${kept.map(([, m]) => m)}::integer[]) AS k (person, minutes)
      WHERE activity = ${row.id} AND attendances.person = k.person`)
  }
  if (gone.length > 0)
    await desk.tx.change(sql`DELETE FROM attendances WHERE activity = ${row.id} AND person = ANY(${gone}::uuid[])`)
  const after = new Map([...held, ...kept, ...added.map((person) => [person, minutesOf(person)] as const)])
  for (const person of gone) after.delete(person)
  await commitList(
    desk,
    programme,
    row,
    loaded,
    {
      id: given.actionId,
      action: 'attend',
      answers: { added, removed: gone, minutes: kept.length },
      reason: given.reason,
    },
    {
      attendance: [...after].map(([person, minutes]) => ({ person, minutes })),
    },
  )
}

/** The minutes of who signed in by code are changed by hand only with a reason: a forgotten sign-out, a late start. */
async function refuseUnsettled(
  { tx }: Desk,
  activity: string,
  kept: readonly (readonly [person: string, minutes: number | null])[],
  reason: string | undefined,
): Promise<void> {
  if (kept.length === 0 || reason?.trim()) return
  const coded = await tx.first(sql`
    SELECT FROM attendances WHERE activity = ${activity} AND signed_in IS NOT NULL AND person = ANY(${kept.map(([p]) => p)}::uuid[])`)
  if (coded) throw new Refusal('reason-needed', { field: 'reason' })
}

/** Writes rows of the list; a person who is on it already stays as she is. Gives how many are new. */
export function addPeople(
  { tx, actor }: Desk,
  programme: Programme,
  row: RecordRow,
  people: readonly { id: string; person: string; minutes: number | null }[],
  method: 'list' | 'code',
): Promise<number> {
  if (people.length === 0) return Promise.resolve(0)
  return tx.change(sql`
    INSERT INTO attendances (area, id, activity, programme, org, person, method, signed_in, minutes, on_date, by_post)
    SELECT ${row.area}, p.id, ${row.id}, ${programme.id}, ${row.org}, p.person, ${method}, ${method === 'code' ? sql`clock_timestamp()` : null}, p.minutes,
           ${row.on_date}, ${actor.post}
    FROM unnest(${people.map((p) => p.id)}::uuid[], ${people.map((p) => p.person)}::uuid[], ${people.map((p) => p.minutes)}::integer[]) AS p (id, person, minutes)
    ON CONFLICT DO NOTHING`)
}

/** Head-counts of those who did not sign in: B names its sheet among the attachments, C and D say why (R-STAT-02). */
export async function setHeads(
  desk: Desk,
  programme: Programme,
  id: string,
  given: { actionId: string; revision: number; heads: readonly Heads[] },
): Promise<void> {
  const { row, loaded } = await lockForAttendance(desk, programme, id)
  if (isDoneIn(loaded.history, given.actionId, 'heads')) return
  refuseUnlessAttending(desk, programme, row, loaded)
  refuseStale(programme, row, {}, { revision: given.revision })
  const sheets = await sheetsOf(desk, id, given.heads)
  given.heads.forEach((head, at) => {
    if (head.grade === 'B' && !sheets.some((s) => s.id === head.evidence))
      throw new Refusal('evidence-needed', { field: `heads.${at}.evidence` })
    if (head.grade !== 'B' && !head.reason) throw new Refusal('reason-needed', { field: `heads.${at}.reason` })
  })
  const written = desk.tx.change(sql`
    UPDATE ${tableOf(programme.kind)} SET heads = ${JSON.stringify(given.heads)}, revision = revision + 1, updated_at = clock_timestamp()
    WHERE area = ${row.area} AND id = ${id}`)
  const changed = { ...row, revision: row.revision + 1 }
  const done = commitList(
    desk,
    programme,
    changed,
    loaded,
    { id: given.actionId, action: 'heads', changes: { heads: [row.heads, given.heads] } },
    { heads: given.heads },
  )
  await Promise.all([written, done])
}

/** Files of the activity that a head-count of grade B may name; none is asked for when none names one. */
async function sheetsOf({ tx }: Desk, id: string, heads: readonly Heads[]): Promise<{ id: string }[]> {
  if (!heads.some((head) => head.grade === 'B')) return []
  return tx.rows(sql`SELECT id FROM attachments WHERE record = ${id} AND removed_at IS NULL`)
}

export async function lockForAttendance(
  { tx, house, today }: Desk,
  programme: Programme,
  id: string,
): Promise<{ row: RecordRow; loaded: Loaded }> {
  const asked = { id, row: lockRecord(tx, programme, id) }
  const { row, ...loaded } = await loadRecord(tx, house.secrets.dataKey, programme, asked, today)
  return { row, loaded }
}

export function refuseUnlessAttending(
  { actor }: Desk,
  programme: Programme,
  row: RecordRow,
  { facts, history }: Loaded,
): void {
  if (mayAttend(programme, facts, standingOf(actor, row, history))) return
  if (programme.kind === 'activity' && !programme.editableIn.includes(row.state)) {
    throw new Refusal('state-passed', { values: { state: programme.states[row.state]?.[actor.language] ?? row.state } })
  }
  throw new Refusal('not-allowed')
}

interface ListAction {
  readonly id: string
  readonly action: 'attend' | 'heads' | 'sign-in' | 'sign-out'
  readonly reason?: string | undefined
  readonly answers?: Readonly<Record<string, unknown>>
  readonly changes?: Readonly<Record<string, readonly [unknown, unknown]>>
}

/** History, clocks and ledger of a change that leaves the state as it is. */
export function commitList(
  desk: Desk,
  programme: Programme,
  row: RecordRow,
  { facts }: Loaded,
  act: ListAction,
  changed: Pick<Facts, 'attendance'> | Pick<Facts, 'heads'>,
): Promise<void> {
  const done = { action: 'edit', from: row.state, to: row.state, on: desk.today, answers: {} } as const
  return commitAction(
    desk,
    programme,
    row,
    { ...facts, ...changed, history: [...facts.history, done] },
    {
      ...act,
      from: row.state,
      to: row.state,
      revision: row.revision,
      on: desk.today,
    },
  )
}

/** People this actor may see, each as the one she was merged into. 'field-invalid' when one is not there. */
async function livingOnes({ tx, actor }: Desk, asked: string[]): Promise<{ asked: string; id: string }[]> {
  if (asked.length === 0) return []
  const rows = await tx.rows<{ asked: string; id: string }>(sql`
    SELECT id AS asked, coalesce(merged_into, id) AS id FROM people WHERE id = ANY(${asked}::uuid[]) AND erased_at IS NULL`)
  if (rows.length === asked.length) return rows
  const known = new Set(rows.map((r) => r.asked))
  const what = actor.language === 'zh' ? '找不到这个人，或不在您的范围内' : 'not found, or not in your scope'
  throw new Refusal('field-invalid', {
    field: 'people',
    values: { label: actor.language === 'zh' ? '参加的人' : 'People', what },
    facts: { missing: asked.filter((id) => !known.has(id)) },
  })
}
