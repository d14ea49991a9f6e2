import { sql } from 'kysely'
import type { Programme } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { commitAction, isReplay } from './commit-action.ts'
import type { Desk } from './desk.ts'
import { loadFacts } from './facts.ts'
import { lockRecord, tableOf } from './record-row.ts'
import { mayNameHandlers, standingOf } from './standing.ts'

/** Adds or removes a handler of a sealed record; she must hold a post of the keeping organisation that may see the programme. */
export async function setHandler(
  desk: Desk,
  programme: Programme,
  id: string,
  given: { actionId: string; account: string; remove?: boolean | undefined },
): Promise<void> {
  const { tx, actor, house, today } = desk
  const row = await lockRecord(tx, programme, id)
  if (await isReplay(desk, row.area, given.actionId, id, 'handlers')) return
  const { facts, history } = await loadFacts(tx, house.secrets.dataKey, programme, row, today)
  if (!mayNameHandlers(programme, standingOf(actor, row, history))) throw new Refusal('not-allowed')
  const colleague = await tx.first(sql`
    SELECT 1 FROM posts WHERE account = ${given.account} AND own_org(org) AND role = ANY(${[...programme.access.see]}::text[]) AND ended_at IS NULL`)
  if (!given.remove && !colleague) throw new Refusal('not-found', { field: 'account' })
  const others = row.handlers.filter((account) => account !== given.account)
  const handlers = given.remove ? others : [...others, given.account]
  await tx.change(sql`
    UPDATE ${tableOf(programme.kind)} SET handlers = ${handlers}::uuid[], revision = revision + 1, updated_at = clock_timestamp()
    WHERE area = ${row.area} AND id = ${id}`)
  await commitAction(desk, programme, { ...row, handlers }, facts, {
    id: given.actionId,
    action: 'handlers',
    from: row.state,
    to: row.state,
    revision: row.revision + 1,
    on: today,
    answers: given.remove ? { removed: [given.account] } : { added: [given.account] },
  })
}
