import { sql } from 'kysely'
import { z } from 'zod'
import * as api from '../../core/api/releases.ts'
import { Refusal } from '../../core/refusal.ts'
import { onDuty } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { askForRelease } from './ask-release.ts'
import { decideOn, withdraw } from './decide-release.ts'
import { explain } from './explain.ts'
import { getReleaseOf, makesReleases, releaseRowOf, selectReleases } from './release-rows.ts'
import { verifyReleases } from './verify-release.ts'

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()])

export const releaseRoutes: readonly Route[] = [
  postRoute(api.listReleases, async ({ tx, actor, query }) => {
    const [at, id] = readCursor(cursorShape, query.cursor) ?? []
    const rows = await selectReleases(
      tx,
      sql`(${at ?? null}::timestamptz IS NULL OR (date_trunc('milliseconds', r.made_at), r.id) < (${at ?? null}::timestamptz, ${id ?? null}::uuid))`,
      query.limit + 1,
    )
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      items: shown.map(releaseRowOf),
      next: rows.length > shown.length && last ? writeCursor([last.made_at.toISOString(), last.id]) : null,
      total: null,
      mayMake: makesReleases(actor),
    }
  }),
  postRoute(api.getRelease, ({ tx, actor, params }) => getReleaseOf(tx, actor, sql`r.id = ${params.id}`)),
  postRoute(
    api.askRelease,
    async ({ tx, actor, body }) => {
      await askForRelease(tx, actor, body)
      return getReleaseOf(tx, actor, sql`r.id = ${body.id}`)
    },
    { repeatable: true },
  ),
  postRoute(api.decideRelease, async ({ tx, actor, house, params, body }) => {
    await decideOn(tx, actor, house, params.id, body)
    return getReleaseOf(tx, actor, sql`r.id = ${params.id}`)
  }),
  postRoute(api.withdrawRelease, async ({ tx, actor, params, body }) => {
    await withdraw(tx, actor, params.id, body.reason)
    return getReleaseOf(tx, actor, sql`r.id = ${params.id}`)
  }),
  postRoute(api.checkRelease, async ({ tx, actor, house, params }) => {
    const release = await getReleaseOf(tx, actor, sql`r.id = ${params.id}`)
    if (release.state !== 'sealed' && release.state !== 'withdrawn') throw new Refusal('release-not-sealed')
    // Sums that do not agree name records: she is told where, the operator's verify says which.
    const mismatches: { where: string; expected: string; found: string }[] = []
    const entries = await onDuty(
      house.pool,
      'verify',
      (read) =>
        verifyReleases(
          read,
          house.secrets.dataKey,
          (layer, where, expected, found) => {
            if (layer === 'release') mismatches.push({ where, expected: String(expected), found: String(found) })
          },
          sql`r.id = ${params.id}`,
        ),
      { repeatable: true },
    )
    return { same: mismatches.length === 0, checkedAt: new Date().toISOString(), entries, mismatches }
  }),
  postRoute(api.explainFigures, ({ tx, actor, query }) => explain(tx, actor, query.a, query.b), { repeatable: true }),
]
