import { sql } from 'kysely'
import { areaOf, orgCode } from '../../core/org-code.ts'
import type { Tx } from '../database/actor.ts'
import { annualTemplate } from '../reviews/annual-template.ts'
import { madeId } from './made-id.ts'

const region = orgCode(150000000000)
const id = madeId('other', 6_400_000)

/** The region's review of this year, a draft by its statistician: its numbers are of now, and wait for a second person. */
export async function makeReview(tx: Tx, today: string): Promise<void> {
  const year = today.slice(0, 4)
  const writer = await tx.first<{ id: string; name: string }>(
    sql`SELECT id, display_name AS name FROM accounts WHERE name = 'suburi' AND home_org = ${region}`,
  )
  if (!writer) return
  const title = `${year}年妇联工作综述`
  const area = areaOf(region)
  await tx.change(sql`
    INSERT INTO reviews (area, id, org, title, made_by, demo) VALUES (${area}, ${id}, ${region}, ${title}, ${writer.id}, true)`)
  await tx.change(sql`
    INSERT INTO review_versions (area, review, version, org, title, template, from_date, to_date, by_account, by_name)
    VALUES (${area}, ${id}, 1, ${region}, ${title}, ${annualTemplate}, ${`${year}-01-01`}, ${`${year}-12-31`}, ${writer.id}, ${writer.name})`)
}
