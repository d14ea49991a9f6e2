import { sql } from 'kysely'
import { z } from 'zod'
import * as api from '../../core/api/reviews.ts'
import { docxMime } from '../documents/docx/render-docx.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { makesReleases } from '../releases/release-rows.ts'
import { beginReview, decideReviewOf, saveReview, submit, withdrawReviewOf } from './edit-review.ts'
import { readReview } from './read-review.ts'
import { reviewFile, reviewFileName } from './review-file.ts'
import { getReviewOf, reviewRowOf, selectReviews } from './review-rows.ts'

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()])
const oneSnapshot = { repeatable: true }

export const reviewRoutes: readonly Route[] = [
  postRoute(api.listReviews, async ({ tx, actor, query }) => {
    const [at, id] = readCursor(cursorShape, query.cursor) ?? []
    const rows = await selectReviews(
      tx,
      sql`(${at ?? null}::timestamptz IS NULL OR (date_trunc('milliseconds', r.updated_at), r.id) < (${at ?? null}::timestamptz, ${id ?? null}::uuid))`,
      query.limit + 1,
    )
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      items: shown.map(reviewRowOf),
      next: rows.length > shown.length && last ? writeCursor([last.updated_at.toISOString(), last.id]) : null,
      total: null,
      mayMake: makesReleases(actor),
    }
  }),
  postRoute(api.getReview, ({ tx, actor, params }) => getReviewOf(tx, actor, params.id)),
  postRoute(api.addReview, async ({ tx, actor, body }) => {
    await beginReview(tx, actor, body)
    return getReviewOf(tx, actor, body.id)
  }),
  postRoute(api.editReview, async ({ tx, actor, params, body }) => {
    await saveReview(tx, actor, params.id, body)
    return getReviewOf(tx, actor, params.id)
  }),
  postRoute(
    api.drawReview,
    async ({ tx, actor, params }) => (await readReview(tx, actor, params.id)).drawn,
    oneSnapshot,
  ),
  postRoute(
    api.reviewFile,
    async ({ tx, actor, params, reply }) => {
      const { stored, drawn } = await readReview(tx, actor, params.id)
      reply
        .header('content-type', docxMime)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(reviewFileName(stored))}`)
      return reviewFile(stored, drawn)
    },
    oneSnapshot,
  ),
  postRoute(
    api.submitReview,
    async ({ tx, actor, params, body }) => {
      await submit(tx, actor, params.id, body.version)
      return getReviewOf(tx, actor, params.id)
    },
    oneSnapshot,
  ),
  postRoute(api.decideReview, async ({ tx, actor, house, params, body }) => {
    await decideReviewOf(tx, actor, house, params.id, body)
    return getReviewOf(tx, actor, params.id)
  }),
  postRoute(api.withdrawReview, async ({ tx, actor, params, body }) => {
    await withdrawReviewOf(tx, actor, params.id, body.reason)
    return getReviewOf(tx, actor, params.id)
  }),
]
