import { sql } from 'kysely'
import { z } from 'zod'
import type { QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type {
  getIndicator,
  IndicatorArea,
  IndicatorPage,
  IndicatorRow,
  IndicatorShape,
  IndicatorValueShape,
  listIndicators,
} from '../../core/api/indicators.ts'
import type { OrgRef } from '../../core/api/shared.ts'
import { type Point, pathAt, progressOf } from '../../core/indicators/progress.ts'
import { ancestorsOf, childLevel, levelOf, type OrgCode, regionOf, subtreeOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { readCursor, writeCursor } from '../http/page-cursor.ts'
import { getDefinitions, keepsIndicators, mayDefine, mayReport, placeOf, selectDefinitions } from './definition-rows.ts'
import { isCollected } from './report-value.ts'
import { selectValues, standing, toValue } from './value-rows.ts'

/** More years, areas and indicators than a page can show. */
const mostValues = 20_000

const abilitiesOf = (actor: Actor) => ({ define: mayDefine(actor), report: mayReport(actor) })

/** The area asked for; by default the reader's own, or the nearest above it with something published. Refuses 'not-found'. */
export async function areaFor(tx: Tx, actor: Actor, asked: OrgCode | undefined): Promise<OrgRef> {
  const near = asked === undefined ? [actor.org, ...ancestorsOf(actor.org)] : [asked]
  const row = await tx.first<OrgRef & { has: boolean }>(sql`
    SELECT o.code, o.name, EXISTS (SELECT FROM indicator_values v
      WHERE v.org = o.code AND v.area = left(o.code::text, 4)::integer AND v.state = 'published') AS has
    FROM organisations o WHERE o.code = ANY(${near}::bigint[]) ORDER BY has DESC, o.code DESC LIMIT 1`)
  if (!row) throw new Refusal('not-found')
  return { code: row.code, name: row.name }
}

/** What stands published of some indicators in some areas, by indicator and area. */
export async function publishedIn(
  tx: Tx,
  actor: Actor,
  of: { readonly codes: readonly string[]; readonly orgs: readonly OrgCode[] },
): Promise<(code: string, org: OrgCode) => IndicatorValueShape[]> {
  const rows = await selectValues(tx, actor, {
    condition: sql`v.indicator = ANY(${[...of.codes]}::text[]) AND v.org = ANY(${[...of.orgs]}::bigint[]) AND ${standing}`,
    order: sql`v.indicator, v.org, v.year`,
    limit: mostValues,
  })
  const byPlace = new Map<string, IndicatorValueShape[]>()
  for (const row of rows) {
    const key = `${row.indicator} ${row.org}`
    const held = byPlace.get(key)
    if (held) held.push(toValue(actor, row))
    else byPlace.set(key, [toValue(actor, row)])
  }
  return (code, org) => byPlace.get(`${code} ${org}`) ?? []
}

/** The levels among published values: what a chart draws and progress is judged by. */
export const pointsOf = (values: readonly IndicatorValueShape[]): Point[] =>
  values.flatMap(({ state, year, level }) => (state === 'published' && level !== null ? [{ year, value: level }] : []))

function rowOf(definition: IndicatorShape, values: readonly IndicatorValueShape[]): IndicatorRow {
  const latest = values.findLast(({ state, level }) => state === 'published' && level !== null)
  return {
    definition,
    latest: latest && latest.level !== null ? { year: latest.year, level: latest.level, form: latest.form } : null,
    progress: progressOf(definition, pointsOf(values)),
    absent: values.at(-1)?.absent ?? null,
  }
}

/** A page of indicators in the order of the outlines, each with how an area stands. Statements do not grow with its rows. */
export async function listPage(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listIndicators>,
): Promise<ResponseOf<typeof listIndicators>> {
  const { outline, domain, q, limit } = query
  const after = readCursor(z.tuple([z.number().int(), z.string().max(20)]), query.cursor)
  const org = await areaFor(tx, actor, query.org)
  const condition = sql`(${outline ?? null}::text IS NULL OR outline = ${outline ?? null})
    AND (${domain ?? null}::text IS NULL OR domain = ${domain ?? null})
    AND (${q ?? null}::text IS NULL OR position(${q ?? ''} IN name) > 0 OR position(lower(${q ?? ''}) IN lower(coalesce(name_en, ''))) > 0 OR code = ${q ?? ''})`
  const [definitions, waiting, areas] = await Promise.all([
    selectDefinitions(tx, actor, condition, { after, limit: limit + 1 }),
    countWaiting(tx, actor),
    areasToChoose(tx, actor),
  ])
  const page = definitions.slice(0, limit)
  const values = await publishedIn(tx, actor, { codes: page.map(({ code }) => code), orgs: [org.code] })
  const last = page.at(-1)
  return {
    items: page.map((definition) => rowOf(definition, values(definition.code, org.code))),
    next: definitions.length > limit && last ? writeCursor([placeOf(last), last.code]) : null,
    total: null,
    org,
    areas,
    abilities: abilitiesOf(actor),
    waiting,
  }
}

/** The region and its leagues, and the way from there to the reader's own banner. */
function areasToChoose(tx: Tx, actor: Actor): Promise<OrgRef[]> {
  const region = regionOf(actor.org)
  const [lo, hi] = subtreeOf(region)
  return tx.rows<OrgRef>(sql`
    SELECT code, name FROM organisations
    WHERE code BETWEEN ${lo} AND ${hi} AND kind = 'federation' AND valid_to IS NULL AND NOT quasi
      AND (level IN ('region', 'league') OR (level = 'banner' AND code = ANY(${[actor.org, ...ancestorsOf(actor.org)]}::bigint[])))
    ORDER BY code LIMIT 100`)
}

async function countWaiting(tx: Tx, actor: Actor): Promise<number> {
  if (!keepsIndicators(actor.role)) return 0
  const [lo, hi] = subtreeOf(actor.org)
  const row = await tx.first<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM indicator_values
    WHERE org BETWEEN ${lo} AND ${hi} AND state IN ('requested', 'reported', 'checked')`)
  return row?.count ?? 0
}

/** One indicator of an area: its years against the path, and the areas below it. Refuses 'not-found'. */
export async function indicatorPage(
  tx: Tx,
  actor: Actor,
  code: string,
  query: QueryOf<typeof getIndicator>,
): Promise<IndicatorPage> {
  const [definition, ...versions] = await getDefinitions(tx, actor, code)
  const org = await areaFor(tx, actor, query.org)
  const below = await areasBelow(tx, org.code, definition.level)
  const values = await publishedIn(tx, actor, { codes: [code], orgs: [org.code, ...below.map((area) => area.code)] })
  const series = values(code, org.code)
  const all = [series, ...below.map((area) => values(code, area.code))].flat()
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b)
  const year = query.year ?? series.at(-1)?.year ?? years.at(-1) ?? definition.baseYear
  return {
    definition,
    versions,
    org,
    progress: progressOf(definition, pointsOf(series)),
    series,
    path: pathOf(definition, pointsOf(series)),
    year,
    years,
    areas: [org, ...below].map((area): IndicatorArea => {
      const said = values(code, area.code)
      return {
        org: area,
        value: said.find((value) => value.year === year) ?? null,
        progress: progressOf(
          definition,
          pointsOf(said).filter((point) => point.year <= year),
        ),
      }
    }),
    abilities: abilitiesOf(actor),
  }
}

function pathOf({ baseYear, targets }: IndicatorShape, points: readonly Point[]): Point[] {
  const base = points.find(({ year }) => year === baseYear)
  const until = Math.max(baseYear, ...targets.flatMap(({ year, value }) => (value === null ? [] : [year])))
  return Array.from({ length: until - baseYear + 1 }, (_, i) => baseYear + i).flatMap((year) => {
    const value = pathAt(base, targets, year)
    return value === undefined ? [] : [{ year, value }]
  })
}

/** The areas one level below that something is collected in, in the order of their codes. */
export async function areasBelow(tx: Tx, org: OrgCode, collected: IndicatorShape['level']): Promise<OrgRef[]> {
  const level = childLevel(levelOf(org))
  if (!level || org % 10_000 !== 0) return []
  const [lo, hi] = subtreeOf(org)
  const rows = await tx.rows<OrgRef>(sql`
    SELECT code, name FROM organisations
    WHERE code BETWEEN ${lo} AND ${hi} AND level = ${level} AND kind = 'federation' AND valid_to IS NULL AND NOT quasi
    ORDER BY code LIMIT 200`)
  return rows.filter(({ code }) => isCollected({ level: collected }, code))
}
