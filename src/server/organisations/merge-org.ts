import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import type { BodyOf } from '../../core/api/contract.ts'
import type { mergeOrg } from '../../core/api/orgs.ts'
import { ancestorsOf, isWithin, levelOf, type OrgCode, serialOf, subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { programmes } from '../../registry.ts'
import { writeEvent } from '../accounts/events.ts'
import { authorOf } from '../accounts/manage-account.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { borrowDuty } from '../database/borrow-duty.ts'
import { postOrgs, postSeats } from '../ledger/directory.ts'
import { followOwners } from '../local/keep-local.ts'
import { changedBefore, checkMayChange, writeChange } from './change-org.ts'
import { getStandingOrg } from './org-rows.ts'

type MergeBody = BodyOf<typeof mergeOrg>
export interface Merged {
  readonly merged: number
  readonly movedRecords: number
  readonly movedPeople: number
}

/**
 * Ends an organisation and its whole subtree on a day and names each one's successor: its own mapping, or its nearest
 * ancestor's, or `into`. Records, people, households and posts move to the successor; entries keep the code they were posted
 * under and figures follow the successor (DESIGN 6). Earlier mergers into the subtree are pointed on, so one step from
 * any ended organisation leads to one that stands. Refuses org-merge-wrong, org-ended, org-unknown.
 */
export async function mergeInto(tx: Tx, actor: Actor, code: OrgCode, body: MergeBody): Promise<Merged> {
  if ((await changedBefore(tx, body.id, 'merged', code)) !== undefined)
    return { merged: 0, movedRecords: 0, movedPeople: 0 }
  checkMayChange(actor, code, body.on)
  if (code === actor.org) throw new Refusal('not-allowed')
  // One merger at a time: two at once could make a circle of successors.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(7301003)`)
  const org = await getStandingOrg(tx, code)
  await checkTargets(tx, actor, code, body)
  const [lo, hi] = subtreeOf(code)
  const standing = await tx.rows<{ code: OrgCode }>(sql`
    SELECT code FROM organisations WHERE code BETWEEN ${lo} AND ${hi} AND valid_to IS NULL ORDER BY code`)
  const codes = standing.map((row) => row.code)
  const mapping = new Map([[code, body.into], ...body.children.map((c) => [c.code, c.into] as const)])
  const successors = codes.map((c) => successorOf(c, mapping) ?? body.into)
  await tx.rows(sql`
    UPDATE organisations SET valid_to = ${body.on}, successor = m.successor, merged_into = m.successor, merged_tx = ledger_tx(),
      merged_at = clock_timestamp(), revision = revision + 1
    FROM unnest(${codes}::bigint[], ${successors}::bigint[]) AS m (code, successor) WHERE organisations.code = m.code`)
  const ended: string[] = []
  const moved = await borrowDuty(tx, 'load', async () => {
    await tx.rows(
      sql`UPDATE organisations SET successor = m.successor ${fromMapping(codes, successors)} WHERE organisations.successor = m.code`,
    )
    const seats = await tx.rows<{ id: string }>(sql`
      UPDATE organisation_members SET to_date = greatest(from_date, ${body.on}::date), removed_reason = '组织撤并'
      WHERE org = ANY(${codes}::bigint[]) AND to_date IS NULL RETURNING id`)
    ended.push(...seats.map(({ id }) => id))
    // What they keep goes first: who loses a post there because she holds the same at the successor keeps her sealed cases.
    const moved = await moveWhatTheyKeep(tx, codes, successors)
    await movePosts(tx, actor, codes, successors)
    return moved
  })
  await writeChange(tx, actor, {
    ...body,
    code,
    change: 'merged',
    before: { name: org.name },
    after: { into: body.into },
  })
  await writeChanges(tx, actor, body, codes, successors)
  await postOrgs(tx, actor.post, codes)
  await postSeats(tx, actor.post, ended)
  return { merged: codes.length, ...moved }
}

/** The mapping of the organisation itself, or of the nearest one above it. */
function successorOf(code: OrgCode, mapping: ReadonlyMap<OrgCode, OrgCode>): OrgCode | undefined {
  return [code, ...ancestorsOf(code).reverse()].map((c) => mapping.get(c)).find((into) => into !== undefined)
}

async function checkTargets(tx: Tx, actor: Actor, code: OrgCode, body: MergeBody): Promise<void> {
  const wrong = (what: string) => new Refusal('org-merge-wrong', { field: 'into', values: { what } })
  const target = await getStandingOrg(tx, body.into)
  if (levelOf(target.code) !== levelOf(code)) throw wrong('两个组织不是同一级')
  if (serialOf(code) === 0 && serialOf(target.code) > 0) throw wrong('妇联不能并入妇女之家等组织')
  for (const { code: child } of body.children) {
    if (child === code || !isWithin(child, code)) throw wrong('列出的下级不在被撤并的组织内')
  }
  const targets = [...new Set([body.into, ...body.children.map((c) => c.into)])]
  if (targets.some((into) => isWithin(into, code))) throw wrong('不能并入自己或自己的下级')
  if (!targets.every((into) => isWithin(into, actor.org))) throw new Refusal('org-unknown', { field: 'into' })
  const standing = await tx.rows(
    sql`SELECT code FROM organisations WHERE code = ANY(${targets}::bigint[]) AND valid_to IS NULL`,
  )
  if (standing.length < targets.length) throw wrong('有的接收组织不存在或已撤并')
}

const fromMapping = (codes: readonly OrgCode[], successors: readonly OrgCode[]): RawBuilder<unknown> =>
  sql`FROM unnest(${codes}::bigint[], ${successors}::bigint[]) AS m (code, successor)`

/** `org` is who keeps a thing now; `ledger_org` of a record, under which its counts stand, is left alone. */
async function moveWhatTheyKeep(
  tx: Tx,
  codes: readonly OrgCode[],
  successors: readonly OrgCode[],
): Promise<Omit<Merged, 'merged'>> {
  const move = (table: string) =>
    tx.change(
      sql`UPDATE ${sql.table(table)} t SET org = m.successor ${fromMapping(codes, successors)} WHERE t.org = m.code`,
    )
  const movedRecords = await move('records')
  const movedPeople = await move('people')
  for (const table of ['attendances', 'clocks', 'brands', 'households', 'consents']) await move(table)
  // A deadline that waits for the organisation (an approval, an answer to what was sent) waits for its successor.
  await tx.change(
    sql`UPDATE clocks t SET for_org = m.successor ${fromMapping(codes, successors)} WHERE t.for_org = m.code AND t.ended_on IS NULL`,
  )
  await moveReceived(tx, codes, successors)
  await followOwners(tx, codes, successors)
  return { movedRecords, movedPeople }
}

/** What was sent to an organisation that is merged is with its successor now, also in the answer that says where it went. */
async function moveReceived(tx: Tx, codes: readonly OrgCode[], successors: readonly OrgCode[]): Promise<void> {
  for (const { id, receiverField } of programmes) {
    if (!receiverField) continue
    await tx.change(sql`
      UPDATE records t SET receiver = m.successor, answers = jsonb_set(t.answers, ARRAY[${receiverField}], to_jsonb(m.successor))
      ${fromMapping(codes, successors)} WHERE t.programme = ${id} AND t.receiver = m.code`)
  }
}

/**
 * Posts go along, and the accounts at home there: who worked for what is merged works for its successor, in the session she is
 * in. Where she holds the same post there already, the old one ends. Each is written into the account's history. A sealed case
 * that went another way than who handles it is left by her.
 */
async function movePosts(
  tx: Tx,
  actor: Actor,
  codes: readonly OrgCode[],
  successors: readonly OrgCode[],
): Promise<void> {
  await tx.change(sql`
    UPDATE posts t SET ended_at = clock_timestamp(), to_date = current_date ${fromMapping(codes, successors)}
    WHERE t.org = m.code AND t.ended_at IS NULL AND EXISTS (
      SELECT FROM posts p WHERE p.account = t.account AND p.role = t.role AND p.org = m.successor AND p.ended_at IS NULL)`)
  const moved = await tx.rows<{ id: string; account: string; role: string; org: OrgCode; from: OrgCode }>(sql`
    UPDATE posts t SET org = m.successor ${fromMapping(codes, successors)} WHERE t.org = m.code AND t.ended_at IS NULL
    RETURNING t.id, t.account, t.role, t.org, m.code AS from`)
  await tx.change(sql`
    UPDATE accounts t SET home_org = m.successor, revision = t.revision + 1 ${fromMapping(codes, successors)} WHERE t.home_org = m.code`)
  for (const { id, account, role, org, from } of moved)
    await writeEvent(tx, { account, org, event: 'post-moved', by: authorOf(actor), detail: { post: id, role, from } })
  await tx.rows(sql`
    SELECT handlers_settle(ARRAY(SELECT unnest(${moved.map(({ account }) => account)}::uuid[])
                                 UNION SELECT unnest(handlers) FROM records WHERE sealed AND org = ANY(${successors}::bigint[])))`)
}

/** The history of those below says where each went. */
async function writeChanges(
  tx: Tx,
  actor: Actor,
  body: MergeBody,
  codes: OrgCode[],
  successors: OrgCode[],
): Promise<void> {
  const [, ...below] = codes
  await tx.rows(sql`
    INSERT INTO organisation_changes (id, code, change, on_date, after, basis, by_post)
    SELECT id, code, 'merged', ${body.on}::date, jsonb_build_object('into', successor), ${body.basis}, ${actor.post}::uuid
    FROM unnest(${below.map(() => v7())}::uuid[], ${below}::bigint[], ${successors.slice(1)}::bigint[]) AS m (id, code, successor)`)
}
