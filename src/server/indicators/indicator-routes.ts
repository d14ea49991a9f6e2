import { sql } from 'kysely'
import { z } from 'zod'
import * as api from '../../core/api/indicators.ts'
import { todayInShanghai } from '../../core/day.ts'
import { subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { asFile } from '../excel/send-book.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { postRoute, type Route } from '../http/route.ts'
import { addDefinition, getDefinitions } from './definition-rows.ts'
import { importSheet } from './import-sheet.ts'
import { indicatorPage, listPage } from './indicator-pages.ts'
import { reportValue } from './report-value.ts'
import { requestValues, stepValues } from './step-values.ts'
import { getValue, selectValues, toValue } from './value-rows.ts'
import { sheetOf } from './write-sheet.ts'

const values = postRoute(api.listIndicatorValues, async ({ tx, actor, query }) => {
  const { indicator, org, year, state, waiting, limit } = query
  const after = readCursor(z.tuple([z.number(), z.string().max(20), z.number(), z.number(), z.uuid()]), query.cursor)
  const [lo, hi] = subtreeOf(actor.org)
  const rows = await selectValues(tx, actor, {
    condition: sql`(${indicator ?? null}::text IS NULL OR v.indicator = ${indicator ?? null})
      AND (${org ?? null}::bigint IS NULL OR v.org = ${org ?? null})
      AND (${year ?? null}::integer IS NULL OR v.year = ${year ?? null})
      AND (${state ?? null}::text IS NULL OR v.state = ${state ?? null})
      ${waiting === 'true' ? sql`AND v.org BETWEEN ${lo} AND ${hi} AND v.state IN ('requested', 'reported', 'checked')` : sql``}
      ${after ? sql`AND (v.org, v.indicator, -v.year, -v.version, v.id) > (${after[0]}::bigint, ${after[1]}::text, ${after[2]}::integer, ${after[3]}::integer, ${after[4]}::uuid)` : sql``}`,
    order: sql`v.org, v.indicator, -v.year, -v.version, v.id`,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => toValue(actor, row)),
    next:
      rows.length > limit && last ? writeCursor([last.org, last.indicator, -last.year, -last.version, last.id]) : null,
    total: null,
  }
})

const one = postRoute(api.getIndicatorValue, async ({ tx, actor, params }) => {
  const row = await getValue(tx, actor, params.id)
  const same = sql`v.area = ${row.area} AND v.org = ${row.org} AND v.indicator = ${row.indicator} AND v.year = ${row.year}`
  const [versions, steps] = await Promise.all([
    selectValues(tx, actor, { condition: same, order: sql`v.version DESC`, limit: 50 }),
    tx.rows<{ step: string; told: string | null; reason: string | null; by_name: string; at: Date }>(sql`
      SELECT s.step, s.told, s.reason, s.by_name, s.at FROM indicator_steps s
      WHERE s.area = ${row.area} AND s.value = ${row.id} ORDER BY s.at, s.id LIMIT 200`),
  ])
  return {
    value: toValue(actor, row),
    versions: versions.map((version) => toValue(actor, version)),
    steps: steps.map(({ step, told, reason, by_name: byName, at }) => ({
      step,
      told: told === null ? null : Number(told),
      reason,
      byName,
      at: at.toISOString(),
    })),
  }
})

const sheet = postRoute(api.exportIndicators, async ({ tx, actor, query, language, reply }) => {
  const { name, file } = await sheetOf(tx, actor, query, language)
  await reply.headers(asFile(name)).send(file)
  return reply
})

export const indicatorRoutes: readonly Route[] = [
  postRoute(api.listIndicators, ({ tx, actor, query }) => listPage(tx, actor, query)),
  sheet,
  postRoute(api.getIndicator, ({ tx, actor, params, query }) => indicatorPage(tx, actor, params.code, query)),
  postRoute(api.defineIndicator, async ({ tx, actor, body }) => {
    await addDefinition(tx, actor, body)
    const [definition] = await getDefinitions(tx, actor, body.code)
    return definition
  }),
  postRoute(api.importIndicators, ({ tx, actor, upload }) => {
    if (!upload) throw new Refusal('file-wrong', { field: 'file' })
    return importSheet(tx, actor, upload)
  }),
  values,
  one,
  postRoute(api.reportIndicatorValue, async ({ tx, actor, body }) => {
    if (body.year > Number(todayInShanghai(new Date()).slice(0, 4)))
      throw new Refusal('date-future', { field: 'year', values: { label: '年份' } })
    const id = await reportValue(tx, actor, body)
    return toValue(actor, await getValue(tx, actor, id))
  }),
  postRoute(api.stepIndicatorValues, async ({ tx, actor, body }) => ({ done: await stepValues(tx, actor, body) })),
  postRoute(api.requestIndicatorValues, async ({ tx, actor, body }) => ({
    asked: await requestValues(tx, actor, body),
  })),
]
