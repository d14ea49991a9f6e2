import { sql } from 'kysely'
import { type OrgCode, regionOf } from '../../core/org-code.ts'
import type { Action, Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Desk } from './desk.ts'
import { type RecordRow, tableOf } from './record-row.ts'
import type { Answers } from './sealing.ts'

/** A record that went to another organisation: all that who sent it is still told. */
export interface Gone {
  readonly moved: { readonly code: OrgCode; readonly name: string }
}

/**
 * The organisation a step hands the record to; nothing for a step that keeps it. Refuses 'org-unknown' for one of another
 * region and for a partner agency, which is sent records but never keeps one, 'org-ended', and 'field-invalid' for its own.
 */
export async function readTarget(
  { tx, actor }: Desk,
  action: Action,
  row: Pick<RecordRow, 'org'>,
  asked: Answers,
): Promise<Gone['moved'] | undefined> {
  if (action.moves === undefined) return undefined
  const code = Number(asked[action.moves])
  const field = `answers.${action.moves}`
  const found = await tx.first<{ code: number; name: string; kind: string; ended: boolean }>(sql`
    SELECT code, name, kind, valid_to IS NOT NULL AND valid_to < current_date AS ended FROM organisations WHERE code = ${code}`)
  if (!found || found.kind === 'partner' || regionOf(found.code) !== regionOf(row.org))
    throw new Refusal('org-unknown', { field })
  if (found.ended) throw new Refusal('org-ended', { field, values: { successor: '' } })
  if (found.code === row.org) {
    const label = action.asks?.[action.moves]?.label[actor.language] ?? action.moves
    const what = actor.language === 'zh' ? '已由这个组织办理' : 'it keeps the record already'
    throw new Refusal('field-invalid', { field, values: { label, what } })
  }
  return { code: found.code, name: found.name }
}

/**
 * Gives a locked record to another organisation: nobody handles it there yet, and its rights post finds it. What it counted
 * stays where it was made (`ledger_org`), and so does its area. Call it at hand.
 */
export async function handOver(
  { tx }: Desk,
  programme: Programme,
  row: RecordRow,
  target: Gone['moved'],
): Promise<RecordRow> {
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)} SET org = ${target.code}, handlers = '{}', receiver = NULL WHERE area = ${row.area} AND id = ${row.id}`)
  await tx.change(sql`UPDATE attachments SET org = ${target.code} WHERE record = ${row.id}`)
  return { ...row, org: target.code, org_name: target.name, handlers: [], receiver: null, receiver_name: null }
}

/** Where a record went by this very step of the actor's own, when it is sent once more. */
export async function findGivenAway(
  { tx }: Desk,
  asks: string,
  record: string,
  actionId: string,
  actionName: string,
): Promise<Gone | undefined> {
  const held = await tx.first<{ action: string; answers: Answers }>(
    sql`SELECT action, answers FROM own_step(${record}, ${actionId})`,
  )
  if (held?.action !== actionName) return undefined
  const moved = await tx.first<Gone['moved']>(
    sql`SELECT code, name FROM organisations WHERE code = ${Number(held.answers[asks])}`,
  )
  return moved && { moved }
}
