import { sql } from 'kysely'
import { v7 } from 'uuid'
import { ancestorsOf, divisionOf, levelSpan } from '../../core/org-code.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { commitAction, isReplay } from './commit-action.ts'
import type { Desk } from './desk.ts'
import { loadRecord } from './facts.ts'
import { lockRecord, type RecordRow, tableOf } from './record-row.ts'
import { mayNameHandlers, standingOf } from './standing.ts'

interface Given {
  readonly actionId: string
  readonly account: string
  readonly remove?: boolean | undefined
  readonly reason?: string | undefined
}

/**
 * Takes a handler off a sealed record (its rights post), or proposes one (whoever handles it): she must hold a post of the
 * keeping division that may see the programme, and a second person of those who handle the record agrees (R-PRI-08). Where
 * there is no such person the rights post adds her alone, with a reason, and the next rights post above is told that it
 * happened, not on which record. Refuses 'not-allowed', 'not-found', 'reason-needed'.
 */
export async function setHandler(desk: Desk, programme: Programme, id: string, given: Given): Promise<void> {
  const { tx, actor, house, today } = desk
  const asked = { id, row: lockRecord(tx, programme, id) }
  const { row, facts, history } = await loadRecord(tx, house.secrets.dataKey, programme, asked, today)
  const name = given.remove ? 'handlers' : 'handler-asked'
  if (await isDone(desk, row, given.actionId, name)) return
  const who = standingOf(actor, row, history)
  if (!mayNameHandlers(programme, who)) throw new Refusal('not-allowed')
  const rights = who.own && actor.role === 'rights'
  if (given.remove) {
    if (!rights) throw new Refusal('not-allowed')
    const handlers = row.handlers.filter((account) => account !== given.account)
    return writeHandlers(desk, programme, { ...row, handlers }, facts, given, { removed: [given.account] })
  }
  if (row.handlers.includes(given.account)) return
  if (!(await areColleagues(desk, programme, row, [given.account])).includes(given.account))
    throw new Refusal('not-found', { field: 'account' })
  const others = (await secondPersons(desk, programme, row)).filter((account) => account !== given.account)
  if (others.length > 0) return propose(desk, programme, row, facts, given, others)
  if (!rights) throw new Refusal('not-allowed')
  if (!given.reason?.trim()) throw new Refusal('reason-needed', { field: 'reason' })
  await tellAbove(desk, row)
  const handlers = [...row.handlers, given.account]
  await writeHandlers(desk, programme, { ...row, handlers }, facts, given, { added: [given.account] })
}

/** A second person agrees to a proposed handler, or does not. Deciding the same again changes nothing. */
export async function decideHandler(
  desk: Desk,
  programme: Programme,
  id: string,
  request: string,
  given: { readonly actionId: string; readonly agreed: boolean },
): Promise<void> {
  const { tx, actor, house, today } = desk
  const locked = { id, row: lockRecord(tx, programme, id) }
  const { row, facts, history } = await loadRecord(tx, house.secrets.dataKey, programme, locked, today)
  if (await isReplay(desk, row.area, given.actionId, id, 'handlers')) return
  if (!mayNameHandlers(programme, standingOf(actor, row, history))) throw new Refusal('not-allowed')
  const asked = await tx.first<{ account: string; asked_by: string; decided: boolean }>(sql`
    SELECT account, asked_by, decided_at IS NOT NULL AS decided FROM handler_requests WHERE record = ${id} AND id = ${request}`)
  if (!asked) throw new Refusal('not-found')
  if (asked.decided) return
  if (asked.asked_by === actor.account || asked.account === actor.account) throw new Refusal('second-person')
  // She may have left her post since she was proposed.
  const stays = await areColleagues(desk, programme, row, [asked.account])
  const agreed = given.agreed && stays.length > 0
  await tx.change(sql`
    UPDATE handler_requests SET decided_by = ${actor.account}, decided_at = clock_timestamp(), agreed = ${agreed} WHERE area = ${row.area} AND id = ${request}`)
  if (!agreed) return
  const handlers = [...row.handlers.filter((account) => account !== asked.account), asked.account]
  await writeHandlers(desk, programme, { ...row, handlers }, facts, given, { added: [asked.account] })
}

/** A proposal that was decided alone is written as the decision itself. */
async function isDone(
  desk: Desk,
  row: RecordRow,
  actionId: string,
  name: 'handlers' | 'handler-asked',
): Promise<boolean> {
  const held = await desk.tx.first<{ record: string; action: string }>(
    sql`SELECT record, action FROM actions WHERE area = ${row.area} AND id = ${actionId}`,
  )
  if (!held) return false
  if (held.record !== row.id || (held.action !== name && held.action !== 'handlers')) throw new Refusal('action-reused')
  return true
}

const living = sql`ended_at IS NULL AND from_date <= current_date AND (to_date IS NULL OR to_date >= current_date)`

/** Of these accounts, those with a living post in the keeping division under which they may see the programme. */
async function areColleagues(
  { tx }: Desk,
  programme: Programme,
  row: Pick<RecordRow, 'org'>,
  accounts: readonly string[],
): Promise<string[]> {
  const first = divisionOf(row.org) * levelSpan.village
  const roles = programme.access.see.filter((role) => role !== 'partner')
  const rows = await tx.rows<{ account: string }>(sql`
    SELECT DISTINCT account FROM posts WHERE account = ANY(${[...accounts]}::uuid[]) AND org BETWEEN ${first} AND ${first + levelSpan.village - 1}
      AND role = ANY(${roles}::text[]) AND ${living}`)
  return rows.map((post) => post.account)
}

/** Who else could agree: the record's other handlers and the other rights posts of its organisation. */
async function secondPersons(desk: Desk, programme: Programme, row: RecordRow): Promise<string[]> {
  const first = divisionOf(row.org) * levelSpan.village
  const handling = await areColleagues(desk, programme, row, row.handlers)
  const rights = await desk.tx.rows<{ account: string }>(sql`
    SELECT DISTINCT account FROM posts WHERE org IN (${first}, ${row.org}) AND role = 'rights' AND ${living}`)
  return [...new Set([...handling, ...rights.map((post) => post.account)])].filter(
    (account) => account !== desk.actor.account,
  )
}

async function propose(
  desk: Desk,
  programme: Programme,
  row: RecordRow,
  facts: Facts,
  given: Given,
  others: readonly string[],
): Promise<void> {
  const { tx, actor } = desk
  const asked = await tx.change(sql`
    INSERT INTO handler_requests (area, id, record, account, reason, asked_by)
    VALUES (${row.area}, ${given.actionId}, ${row.id}, ${given.account}, ${given.reason ?? ''}, ${actor.account}) ON CONFLICT DO NOTHING`)
  if (asked === 0) return
  await writeHandlers(desk, programme, row, facts, given, { asked: [given.account] }, 'handler-asked')
  await tell(desk, row.area, others, 'handler-asked', null)
}

/** The nearest rights post above learns that somebody decided alone, and in which organisation: not on which record. */
async function tellAbove(desk: Desk, row: RecordRow): Promise<void> {
  const above = ancestorsOf(row.org)
  const found = await desk.tx.rows<{ account: string }>(sql`SELECT account FROM first_rights(${above}::bigint[])`)
  await tell(
    desk,
    row.area,
    found.map((post) => post.account),
    'handler-alone',
    row.org,
  )
}

/** Notices of sealed records name neither them nor their programme (processes 0.4). */
async function tell(
  { tx }: Desk,
  area: number,
  accounts: readonly string[],
  textKey: string,
  org: number | null,
): Promise<void> {
  if (accounts.length === 0) return
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link, org)
    SELECT ${area}, n.id, n.account, ${textKey}, '/todos', ${org}::bigint
    FROM unnest(${accounts.map(() => v7())}::uuid[], ${[...accounts]}::uuid[]) AS n (id, account)`)
}

async function writeHandlers(
  desk: Desk,
  programme: Programme,
  row: RecordRow,
  facts: Facts,
  given: { readonly actionId: string; readonly reason?: string | undefined },
  answers: Readonly<Record<string, readonly string[]>>,
  action: 'handlers' | 'handler-asked' = 'handlers',
): Promise<void> {
  await desk.tx.change(sql`
    UPDATE ${tableOf(programme.kind)} SET handlers = ${row.handlers}::uuid[], revision = revision + 1, updated_at = clock_timestamp()
    WHERE area = ${row.area} AND id = ${row.id}`)
  await commitAction(desk, programme, row, facts, {
    id: given.actionId,
    action,
    from: row.state,
    to: row.state,
    revision: row.revision + 1,
    on: desk.today,
    reason: given.reason,
    answers,
  })
}
