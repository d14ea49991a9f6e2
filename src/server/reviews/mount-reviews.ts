import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { DrawnReview } from '../../core/api/reviews.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import { docxMime } from '../documents/docx/render-docx.ts'
import { languageOf } from '../http/language.ts'
import type { House } from '../http/route.ts'
import { missingPage } from '../releases/public-page.ts'
import { reviewPage, reviewsPage } from './public-review.ts'
import { submittedReview } from './read-review.ts'
import { reviewFile, reviewFileName } from './review-file.ts'
import type { PublishedReview, StoredReview } from './review-rows.ts'

/** Reviews the page lists: a federation writes a few a year. */
const listed = 200

/** GET /reviews: what has been approved, for anybody; no account, no script, cached a few minutes. */
export async function mountReviews(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (open) => {
    await open.register(rateLimit, { max: 600, timeWindow: '1 minute' })
    open.get('/reviews', async (request, reply) => {
      const rows = await onDuty(house.pool, 'public', (tx) => published(tx, null))
      return page(reply, reviewsPage(rows, languageOf(request), isLarge(request)))
    })
    open.get('/reviews/:name', (request, reply) => show(house, request, reply))
  })
}

async function show(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  const name = String((request.params as { name?: unknown }).name ?? '')
  const [, number = '', ending = ''] = /^(FB-\d{6}-\d{4}-\d{5})(\.docx)?$/.exec(name) ?? []
  const found = number ? await onDuty(house.pool, 'public', (tx) => read(tx, number)) : undefined
  if (!found) {
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(missingPage(language, isLarge(request)))
  }
  const { review, drawn } = found
  if (ending === '') return page(reply, reviewPage(review, drawn, language, isLarge(request)))
  cached(reply).header(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(reviewFileName(review.stored))}`,
  )
  return reply.type(docxMime).send(reviewFile(review.stored, drawn))
}

async function read(tx: Tx, number: string): Promise<{ review: PublishedReview; drawn: DrawnReview } | undefined> {
  const [review] = await published(tx, number)
  const drawn = review && (await submittedReview(tx, review.stored))
  return drawn && { review, drawn }
}

/** Approved versions, or the one of a release; the text comes with one only. */
async function published(tx: Tx, number: string | null): Promise<PublishedReview[]> {
  const rows = await tx.rows<StoredReview & { as_of: Date }>(sql`
    SELECT v.review AS id, v.org, o.name AS org_name, v.title, v.template, v.from_date, v.to_date, v.version, v.at AS updated_at,
           false AS demo, v.release, l.state AS release_state, NULL AS release_by, l.number, l.reason, v.sha256,
           l.number AS published, l.as_of, ${number === null ? sql`NULL::jsonb` : sql`v.document`} AS document
    FROM review_versions v JOIN releases l ON l.area = v.area AND l.id = v.release JOIN organisations o ON o.code = v.org
    WHERE l.state IN ('sealed', 'withdrawn') AND (${number}::text IS NULL OR l.number = ${number})
    ORDER BY l.decided_at DESC, l.id DESC LIMIT ${listed}`)
  return rows.map(({ as_of, ...stored }) => ({ stored, asOf: as_of.toISOString() }))
}

// A withdrawal must be seen soon: minutes, not days.
const cached = (reply: FastifyReply) =>
  reply.header('cache-control', 'public, max-age=300').header('vary', 'accept-language')
const page = (reply: FastifyReply, text: string) => cached(reply).type('text/html; charset=utf-8').send(text)
const isLarge = (request: FastifyRequest) => (request.query as Record<string, unknown>).type === 'large'
