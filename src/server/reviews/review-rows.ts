import { type RawBuilder, sql } from 'kysely'
import type { ReleaseState } from '../../core/api/releases.ts'
import type { Review, ReviewBlock, ReviewRow, ReviewState } from '../../core/api/reviews.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { makesReleases } from '../releases/release-rows.ts'

/** What a version that was submitted said, each number by its place in the release. */
export interface StoredDocument {
  readonly blocks: readonly ReviewBlock[]
  readonly closed: readonly string[]
}

export interface StoredReview {
  readonly id: string
  readonly org: OrgCode
  readonly org_name: string
  readonly title: string
  readonly template: string
  readonly from_date: string
  readonly to_date: string
  readonly version: number
  readonly updated_at: Date
  readonly demo: boolean
  readonly release: string | null
  readonly release_state: ReleaseState | null
  readonly release_by: string | null
  readonly number: string | null
  readonly reason: string | null
  readonly document: StoredDocument | null
  readonly sha256: string | null
  readonly published: string | null
}

/** One version that was approved, with the moment of its numbers. */
export interface PublishedReview {
  readonly stored: StoredReview
  readonly asOf: string
}

/**
 * Reviews that meet a condition on `r` and `v`, each by the newest version its reader may see; the last changed first. Of many
 * the texts are left out.
 */
export function selectReviews(tx: Tx, condition: RawBuilder<unknown>, limit: number): Promise<StoredReview[]> {
  return tx.rows<StoredReview>(sql`
    SELECT r.id, r.org, o.name AS org_name, v.title, v.from_date, v.to_date, v.version, r.updated_at, r.demo,
           ${limit === 1 ? sql`v.template, v.document` : sql`'' AS template, NULL::jsonb AS document`}, v.release, l.state AS release_state, l.made_by AS release_by, l.number, l.reason, v.sha256,
           (SELECT p.number FROM review_versions s JOIN releases p ON p.area = s.area AND p.id = s.release
            WHERE s.area = r.area AND s.review = r.id AND p.state = 'sealed' ORDER BY s.version DESC LIMIT 1) AS published
    FROM reviews r JOIN organisations o ON o.code = r.org
    JOIN LATERAL (SELECT * FROM review_versions n WHERE n.area = r.area AND n.review = r.id ORDER BY n.version DESC LIMIT 1) v ON true
    LEFT JOIN releases l ON l.area = v.area AND l.id = v.release
    WHERE ${condition} ORDER BY date_trunc('milliseconds', r.updated_at) DESC, r.id DESC LIMIT ${limit}`)
}

/** Refuses 'not-found'. */
export async function getStoredReview(tx: Tx, id: string): Promise<StoredReview> {
  const [row] = await selectReviews(tx, sql`r.id = ${id}`, 1)
  if (!row) throw new Refusal('not-found')
  return row
}

const stateOf = (release: ReleaseState | null): ReviewState => release ?? 'draft'

export const reviewRowOf = (row: StoredReview): ReviewRow => ({
  id: row.id,
  title: row.title,
  org: { code: row.org, name: row.org_name },
  from: row.from_date,
  to: row.to_date,
  version: row.version,
  state: stateOf(row.release_state),
  number: row.published,
  updatedAt: row.updated_at.toISOString(),
  demo: row.demo,
})

/** One review with its versions and what this post may do with it. Refuses 'not-found'. */
export async function getReviewOf(tx: Tx, actor: Actor, id: string): Promise<Review> {
  const row = await getStoredReview(tx, id)
  const versions = await tx.rows<{
    version: number
    at: Date
    by_name: string
    state: ReleaseState | null
    number: string | null
  }>(sql`
    SELECT v.version, v.at, v.by_name, l.state, l.number FROM review_versions v
    LEFT JOIN releases l ON l.area = v.area AND l.id = v.release WHERE v.review = ${id} ORDER BY v.version DESC`)
  const here = actor.org === row.org
  const makes = here && makesReleases(actor)
  const chair = here && actor.role === 'chair'
  const own = row.release_by === actor.account
  const state = stateOf(row.release_state)
  const may = (allowed: boolean, why: string | null = null) => ({ allowed, why })
  return {
    ...reviewRowOf(row),
    template: row.template,
    release:
      row.release && row.release_state ? { id: row.release, number: row.number, state: row.release_state } : null,
    reason: row.reason,
    sha256: row.sha256,
    versions: versions.map(({ version, at, by_name, state: of, number }) => ({
      version,
      at: at.toISOString(),
      by: by_name,
      state: stateOf(of),
      number,
    })),
    abilities: {
      edit: may(makes && state !== 'asked'),
      submit: may(makes && state === 'draft'),
      decide: may(chair && state === 'asked' && !own, chair && state === 'asked' && own ? 'second-person' : null),
      withdraw: may(chair && state === 'sealed'),
    },
  }
}
