import { sql } from 'kysely'
import { areaOf, divisionOf, levelSpan } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { clockRows } from '../deadlines/turn-clocks.ts'
import { writeClocks } from '../deadlines/write-clocks.ts'
import { postMany } from '../ledger/post.ts'
import { claimMany } from './claims.ts'
import type { Desk } from './desk.ts'
import type { Draft } from './new-draft.ts'
import { tableOf } from './record-row.ts'

/**
 * Writes many new records of one programme with their history, clocks, numbers and ledger entries: five statements
 * whatever their number, in the caller's transaction, under her row-level security. All are kept by one organisation.
 * Their ids must be new: a record that exists already stops the transaction (look before you write).
 */
export async function createMany(desk: Desk, programme: Programme, drafts: readonly Draft[]): Promise<void> {
  const [first] = drafts
  if (!first) return
  const { tx, actor } = desk
  const handlers = programme.confidential ? [actor.account] : []
  const numbers = await takeNumbers(desk, programme, first.org, drafts.length)
  await tx.change(sql`
    INSERT INTO ${tableOf(programme.kind)} (area, kind, id, programme, version, org, ledger_org, number, title, state, on_date, sealed, handlers,
                                            parent, person, receiver, answers, key_salt, heads, revision, created_by)
    SELECT d.org / 1000000000000, ${programme.kind}, d.id, ${programme.id}, ${programme.version}, d.org, d.org, d.number, d.title, d.state,
           d.on_date, ${programme.confidential}, ${handlers}::uuid[], d.parent, d.person, d.receiver, d.answers, d.salt, d.heads, d.revision, ${actor.post}
    FROM unnest(${drafts.map((d) => d.id)}::uuid[], ${drafts.map((d) => d.org)}::bigint[], ${numbers}::text[], ${drafts.map((d) => d.title)}::text[],
                ${drafts.map((d) => d.state)}::text[], ${drafts.map((d) => d.on)}::date[], ${drafts.map((d) => d.parent)}::uuid[],
                ${drafts.map((d) => d.person)}::uuid[], ${drafts.map((d) => d.receiver)}::bigint[], ${drafts.map((d) => JSON.stringify(d.stored))}::jsonb[], ${drafts.map((d) => d.salt)}::bytea[],
                ${drafts.map((d) => JSON.stringify(d.heads))}::jsonb[], ${drafts.map((d) => d.actions.length)}::integer[])
      AS d (id, org, number, title, state, on_date, parent, person, receiver, answers, salt, heads, revision)`)
  await addActions(desk, programme, drafts)
  await addClocks(desk, programme, drafts, handlers)
  await claimMany(
    tx,
    programme,
    drafts.map((d) => ({ area: areaOf(d.org), id: d.id, claims: d.claims })),
  )
  const worth = drafts.filter((d) => d.counts.length > 0)
  await postMany(
    tx,
    actor.post,
    worth.map((d) => ({ record: d.id, action: d.actions.at(-1)?.id ?? d.id, org: d.org, counts: d.counts })),
  )
}

/** A run of numbers for as many records: one step of the series, however many. Empty for services that do not number. */
async function takeNumbers(
  { tx, today }: Desk,
  programme: Programme,
  org: number,
  count: number,
): Promise<(string | null)[]> {
  if (!programme.series) return Array.from({ length: count }, () => null)
  const region6 = Math.floor(divisionOf(org) / (levelSpan.banner / levelSpan.village))
  const series = `${programme.series}-${region6}-${today.slice(0, 4)}`
  const row = await tx.first<{ last: number }>(sql`
    INSERT INTO record_numbers AS held (area, series, last) VALUES (${areaOf(org)}, ${series}, ${count})
    ON CONFLICT (area, series) DO UPDATE SET last = held.last + ${count}::integer RETURNING last`)
  const start = (row?.last ?? count) - count
  return Array.from({ length: count }, (_, index) => `${series}-${String(start + index + 1).padStart(5, '0')}`)
}

async function addActions({ tx, actor }: Desk, programme: Programme, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.flatMap((d) => d.actions.map((act) => ({ ...act, record: d.id, org: d.org, on: d.madeOn })))
  await tx.change(sql`
    INSERT INTO actions (area, id, record, kind, programme, action, from_state, to_state, revision, by_account, by_post, by_org, made_on)
    SELECT a.org / 1000000000000, a.id, a.record, ${programme.kind}, ${programme.id}, a.action, a.from_state, a.to_state, a.revision,
           ${actor.account}, ${actor.post}, ${actor.org}, a.made_on
    FROM unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.record)}::uuid[], ${rows.map((r) => r.org)}::bigint[],
                ${rows.map((r) => r.action)}::text[], ${rows.map((r) => r.from)}::text[], ${rows.map((r) => r.to)}::text[],
                ${rows.map((r) => r.revision)}::integer[], ${rows.map((r) => r.on)}::date[])
      AS a (id, record, org, action, from_state, to_state, revision, made_on)`)
}

async function addClocks(
  { tx }: Desk,
  programme: Programme,
  drafts: readonly Draft[],
  handlers: readonly string[],
): Promise<void> {
  const rows = drafts.flatMap((d) =>
    clockRows(
      programme,
      { area: areaOf(d.org), id: d.id, org: d.org, sealed: programme.confidential, handlers: [...handlers] },
      d.clocks,
    ),
  )
  await writeClocks(tx, rows)
}
