import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Release } from '../../core/api/releases.ts'
import { Refusal } from '../../core/refusal.ts'
import { onDuty } from '../database/actor.ts'
import { xlsxMime } from '../excel/write-sheets.ts'
import { languageOf } from '../http/language.ts'
import type { House } from '../http/route.ts'
import { missingPage, releasePage, releasesPage } from './public-page.ts'
import { getReleaseOf, releaseRowOf, selectReleases } from './release-rows.ts'
import { releaseCsv, releaseSheet } from './release-sheet.ts'

/** Releases a page lists. */
const perPage = 50

/** GET /figures: what has been published, for anybody; no account, no script, no personal data, cached a few minutes. */
export async function mountFigures(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (open) => {
    await open.register(rateLimit, { max: 600, timeWindow: '1 minute' })
    open.get('/figures', async (request, reply) => {
      const before = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.exec(queryOf(request, 'before'))?.[0]
      const rows = await onDuty(house.pool, 'public', (tx) =>
        selectReleases(
          tx,
          sql`r.state IN ('sealed', 'withdrawn') AND r.made_at < coalesce(${before ?? null}::timestamptz, 'infinity')`,
          perPage + 1,
        ),
      )
      const shown = rows.slice(0, perPage).map(releaseRowOf)
      const older = rows.length > perPage ? (shown.at(-1)?.madeAt ?? null) : null
      return page(reply, releasesPage(shown, older, languageOf(request), isLarge(request)))
    })
    open.get('/figures/:name', (request, reply) => show(house, request, reply))
  })
}

async function show(house: House, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  const name = String((request.params as { name?: unknown }).name ?? '')
  const [, number = '', ending = ''] = /^(FB-\d{6}-\d{4}-\d{5})(\.csv|\.xlsx)?$/.exec(name) ?? []
  const release = await published(house, number)
  if (!release) {
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .send(missingPage(language, isLarge(request)))
  }
  if (ending === '') return page(reply, releasePage(release, language, isLarge(request)))
  cached(reply).header('content-disposition', `attachment; filename="${number}${ending}"`)
  return ending === '.csv'
    ? reply.type('text/csv; charset=utf-8').send(releaseCsv(release, language))
    : reply.type(xlsxMime).send(releaseSheet(release, language))
}

async function published(house: House, number: string): Promise<Release | undefined> {
  if (number === '') return undefined
  try {
    return await onDuty(house.pool, 'public', (tx) => getReleaseOf(tx, undefined, sql`r.number = ${number}`))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

// A withdrawal must be seen soon: minutes, not days.
const cached = (reply: FastifyReply) =>
  reply.header('cache-control', 'public, max-age=300').header('vary', 'accept-language')
const page = (reply: FastifyReply, text: string) => cached(reply).type('text/html; charset=utf-8').send(text)
const queryOf = (request: FastifyRequest, key: string) => String((request.query as Record<string, unknown>)[key] ?? '')
const isLarge = (request: FastifyRequest) => queryOf(request, 'type') === 'large'
