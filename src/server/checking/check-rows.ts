import { sql } from 'kysely'
import type { CheckRow } from '../../core/api/checks.ts'
import type { DraftText } from '../../core/draft/check-draft.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'

export interface StoredCheck {
  readonly id: string
  readonly org: OrgCode
  readonly org_name: string
  readonly name: string
  readonly texts: readonly DraftText[]
  readonly revision: number
  readonly at: Date
  readonly updated_at: Date
}

export interface StoredAnswer {
  readonly finding: string
  readonly reason: string
  readonly by_name: string
  readonly at: Date
}

export async function getStored(tx: Tx, id: string): Promise<StoredCheck> {
  const row = await tx.first<StoredCheck>(sql`
    SELECT c.id, c.org, o.name AS org_name, c.name, c.texts, c.revision, c.at, c.updated_at
    FROM draft_checks c JOIN organisations o ON o.code = c.org WHERE c.id = ${id}`)
  if (!row) throw new Refusal('not-found')
  return row
}

export function answersOf(tx: Tx, id: string): Promise<StoredAnswer[]> {
  return tx.rows<StoredAnswer>(sql`SELECT finding, reason, by_name, at FROM finding_answers WHERE id = ${id}`)
}

export interface Counted {
  readonly numbers: number
  readonly findings: number
}

const titleOf = (texts: readonly DraftText[]) =>
  texts
    .map(({ name }) => name)
    .join('、')
    .slice(0, 200)

/** The same id with the same texts again is the same check. Refuses 'action-reused' for another's. */
export async function insertCheck(
  tx: Tx,
  actor: Actor,
  id: string,
  texts: readonly DraftText[],
  counted: Counted,
): Promise<void> {
  const area = areaOf(actor.org)
  const json = JSON.stringify(texts)
  const made = await tx.change(sql`
    INSERT INTO draft_checks (area, id, org, name, texts, numbers, findings, by_account)
    VALUES (${area}, ${id}, ${actor.org}, ${titleOf(texts)}, ${json}::jsonb, ${counted.numbers}, ${counted.findings}, ${actor.account})
    ON CONFLICT DO NOTHING`)
  if (made > 0) return
  const held = await tx.first(
    sql`SELECT FROM draft_checks WHERE area = ${area} AND id = ${id} AND texts = ${json}::jsonb`,
  )
  if (!held) throw new Refusal('action-reused')
}

/** Refuses 'stale-edit' when it was changed meanwhile. */
export async function updateCheck(
  tx: Tx,
  id: string,
  revision: number,
  texts: readonly DraftText[],
  counted: Counted,
): Promise<void> {
  const changed = await tx.change(sql`
    UPDATE draft_checks SET name = ${titleOf(texts)}, texts = ${JSON.stringify(texts)}::jsonb, numbers = ${counted.numbers},
      findings = ${counted.findings}, revision = revision + 1, updated_at = clock_timestamp()
    WHERE id = ${id} AND revision = ${revision}`)
  if (changed === 0) throw new Refusal('stale-edit')
}

/** A later reason for the same finding replaces the earlier. */
export async function insertAnswer(
  tx: Tx,
  actor: Actor,
  check: StoredCheck,
  finding: string,
  reason: string,
): Promise<void> {
  await deleteAnswer(tx, check.id, finding)
  await tx.change(sql`
    INSERT INTO finding_answers (area, id, org, finding, reason, by_account, by_name)
    VALUES (${areaOf(check.org)}, ${check.id}, ${check.org}, ${finding}, ${reason}, ${actor.account}, ${actor.displayName})`)
}

export function deleteAnswer(tx: Tx, id: string, finding: string): Promise<number> {
  return tx.change(sql`DELETE FROM finding_answers WHERE id = ${id} AND finding = ${finding}`)
}

type ListedCheck = Omit<CheckRow, 'org' | 'at'> & { org: OrgCode; org_name: string; at: Date }

/** Checks of the own organisation, newest first. */
export function pageOfChecks(
  tx: Tx,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<ListedCheck[]> {
  return tx.rows<ListedCheck>(sql`
    SELECT c.id, c.name, c.org, o.name AS org_name, c.at, c.numbers, c.findings,
           (SELECT count(*)::integer FROM finding_answers a WHERE a.area = c.area AND a.id = c.id) AS answered
    FROM draft_checks c JOIN organisations o ON o.code = c.org
    ${after ? sql`WHERE (date_trunc('milliseconds', c.at), c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    ORDER BY date_trunc('milliseconds', c.at) DESC, c.id DESC LIMIT ${limit}`)
}
