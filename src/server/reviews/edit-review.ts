import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { BodyOf } from '../../core/api/contract.ts'
import type { addReview, decideReview, editReview } from '../../core/api/reviews.ts'
import { todayInShanghai } from '../../core/day.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getScope } from '../figures/scope.ts'
import type { House } from '../http/route.ts'
import { insertRelease } from '../releases/ask-release.ts'
import { decideOn, withdraw } from '../releases/decide-release.ts'
import { makesReleases } from '../releases/release-rows.ts'
import { annualTemplate } from './annual-template.ts'
import { checksumOf, noteOf } from './checksum.ts'
import { checkTemplate, drawReview, type ReviewText } from './draw-review.ts'
import { getStoredReview, type StoredDocument, type StoredReview } from './review-rows.ts'

/** Begins a review; the same id with the same title again changes nothing. Refuses 'not-allowed', 'action-reused', what checkTemplate does. */
export async function beginReview(tx: Tx, actor: Actor, body: BodyOf<typeof addReview>): Promise<void> {
  if (!makesReleases(actor)) throw new Refusal('not-allowed')
  const held = await tx.first<{ mine: boolean }>(
    sql`SELECT made_by = ${actor.account} AND org = ${actor.org} AND title = ${body.title} AS mine FROM reviews WHERE id = ${body.id}`,
  )
  if (held?.mine) return
  if (held) throw new Refusal('action-reused')
  const text = { ...body, template: body.template ?? annualTemplate }
  await refuseFaults(tx, actor, text)
  await tx.change(sql`
    INSERT INTO reviews (area, id, org, title, made_by) VALUES (${areaOf(actor.org)}, ${body.id}, ${actor.org}, ${body.title}, ${actor.account})`)
  await insertVersion(tx, actor, body.id, 1, text)
}

async function refuseFaults(tx: Tx, actor: Actor, text: ReviewText): Promise<void> {
  checkTemplate(text, await getScope(tx, actor.org), todayInShanghai(new Date()))
}

function insertVersion(tx: Tx, actor: Actor, review: string, version: number, text: ReviewText): Promise<number> {
  return tx.change(sql`
    INSERT INTO review_versions (area, review, version, org, title, template, from_date, to_date, by_account, by_name)
    VALUES (${areaOf(actor.org)}, ${review}, ${version}, ${actor.org}, ${text.title}, ${text.template}, ${text.from}, ${text.to},
            ${actor.account}, ${actor.displayName})`)
}

/** Her own organisation's review, for a change of it. Refuses 'not-found', 'not-allowed', 'stale-edit'. */
async function ownReview(tx: Tx, actor: Actor, id: string, version: number): Promise<StoredReview> {
  await tx.rows(sql`SELECT FROM reviews WHERE id = ${id} FOR UPDATE`)
  const held = await getStoredReview(tx, id)
  if (!makesReleases(actor) || held.org !== actor.org) throw new Refusal('not-allowed')
  if (held.version !== version) throw new Refusal('stale-edit')
  return held
}

/** Saves a new version. One that waits for its second person is not changed under her eyes: 'not-allowed'. */
export async function saveReview(tx: Tx, actor: Actor, id: string, body: BodyOf<typeof editReview>): Promise<void> {
  const held = await ownReview(tx, actor, id, body.version)
  if (held.release_state === 'asked') throw new Refusal('not-allowed')
  await refuseFaults(tx, actor, body)
  await insertVersion(tx, actor, id, body.version + 1, body)
  await tx.change(sql`
    UPDATE reviews SET title = ${body.title}, version = ${body.version + 1}, updated_at = clock_timestamp() WHERE id = ${id}`)
}

/**
 * Asks a second person: its numbers, as they are at this moment, become a release that waits. Call it in a transaction of one
 * snapshot. Refuses what ownReview and drawReview do, 'review-not-draft', 'review-no-figures'.
 */
export async function submit(tx: Tx, actor: Actor, id: string, version: number): Promise<void> {
  const held = await ownReview(tx, actor, id, version)
  if (held.release) throw new Refusal('review-not-draft')
  const { title, template } = held
  const drawn = await drawReview(tx, actor, { title, template, from: held.from_date, to: held.to_date })
  if (drawn.taken.length === 0) throw new Refusal('review-no-figures')
  const document: StoredDocument = { blocks: drawn.blocks, closed: drawn.closed }
  const sha256 = checksumOf(title, document)
  const earlier = await tx.first<{ id: string }>(sql`
    SELECT l.id FROM review_versions v JOIN releases l ON l.area = v.area AND l.id = v.release
    WHERE v.review = ${id} AND l.state = 'sealed' ORDER BY v.version DESC LIMIT 1`)
  const release = v7()
  const { watermark, asOf, taken: figures } = drawn
  await insertRelease(tx, actor, {
    ...{ id: release, title, note: noteOf(title, sha256), watermark, asOf, figures },
    supersedes: earlier?.id,
  })
  await tx.change(sql`
    UPDATE review_versions SET release = ${release}, document = ${JSON.stringify(document)}::jsonb, sha256 = ${sha256}
    WHERE review = ${id} AND version = ${version}`)
  await touch(tx, id)
}

/** Decides on the release of its numbers; approved, text and numbers are public. Refuses what decideOn does. */
export async function decideReviewOf(
  tx: Tx,
  actor: Actor,
  house: House,
  id: string,
  body: BodyOf<typeof decideReview>,
): Promise<void> {
  const { release } = await getStoredReview(tx, id)
  if (!release) throw new Refusal('release-decided')
  await decideOn(tx, actor, house, release, body)
  await touch(tx, id)
}

export async function withdrawReviewOf(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  const { release } = await getStoredReview(tx, id)
  if (!release) throw new Refusal('release-not-sealed')
  await withdraw(tx, actor, release, reason)
  await touch(tx, id)
}

const touch = (tx: Tx, id: string) => tx.change(sql`UPDATE reviews SET updated_at = clock_timestamp() WHERE id = ${id}`)
