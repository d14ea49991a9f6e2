import { sql } from 'kysely'
import type { DrawnReview } from '../../core/api/reviews.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { figuresOf } from '../releases/release-rows.ts'
import { drawReview } from './draw-review.ts'
import { getStoredReview, type StoredReview } from './review-rows.ts'

/** A review as it reads: what was submitted as it was, a draft by the figures of now. In a transaction of one snapshot. */
export async function readReview(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ stored: StoredReview; drawn: DrawnReview }> {
  const stored = await getStoredReview(tx, id)
  const held = await submittedReview(tx, stored)
  if (held) return { stored, drawn: held }
  if (stored.org !== actor.org) throw new Refusal('not-found')
  const { title, template, from_date: from, to_date: to } = stored
  const { watermark: _, taken: __, ...drawn } = await drawReview(tx, actor, { title, template, from, to })
  return { stored, drawn }
}

/** What was submitted, with the numbers of its release; undefined for a draft. */
export async function submittedReview(tx: Tx, stored: StoredReview): Promise<DrawnReview | undefined> {
  if (!stored.release || !stored.document) return undefined
  const release = await tx.first<{ as_of: Date }>(sql`SELECT as_of FROM releases WHERE id = ${stored.release}`)
  return {
    asOf: release?.as_of.toISOString() ?? '',
    blocks: [...stored.document.blocks],
    figures: await figuresOf(tx, stored.release, stored.number),
    closed: [...stored.document.closed],
  }
}
