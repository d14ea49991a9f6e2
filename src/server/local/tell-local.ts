import { sql } from 'kysely'
import type { OrgCode } from '../../core/org-code.ts'
import type { Actor, Tx } from '../database/actor.ts'

const linkTo = (id: string) => `/local-programmes/${id}`

/** Tells the organisation's chairs that a version waits for one of them, the one who hands it in left out. */
export async function tellChairs(tx: Tx, actor: Actor, { id, org }: { id: string; org: OrgCode }): Promise<void> {
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT DISTINCT ON (p.account) p.area, gen_random_uuid(), p.account, 'local-asked', ${linkTo(id)} FROM posts p
    WHERE p.org = ${org} AND p.role = 'chair' AND p.ended_at IS NULL AND p.from_date <= current_date
      AND (p.to_date IS NULL OR p.to_date >= current_date) AND p.account <> ${actor.account}`)
}

/** Tells who handed it in what the chair said. */
export async function tellMaker(tx: Tx, id: string, maker: string, agreed: boolean): Promise<void> {
  await tx.change(sql`
    INSERT INTO notices (area, id, account, text_key, link)
    SELECT a.area, gen_random_uuid(), a.id, ${agreed ? 'local-agreed' : 'local-returned'}, ${linkTo(id)} FROM accounts a WHERE a.id = ${maker}`)
}
