import { type RawBuilder, sql } from 'kysely'
import type { QueryOf, ResponseOf } from '../../core/api/contract.ts'
import type { listRecords } from '../../core/api/records.ts'
import type { Day } from '../../core/day.ts'
import { isSealedClass } from '../../core/field.ts'
import { mayMake } from '../../core/local/fit.ts'
import {
  ancestorsOf,
  areaOf,
  divisionOf,
  isWithin,
  levelOf,
  levelSpan,
  type OrgCode,
  orgCode,
  regionOf,
  serialOf,
  subtreeOf,
} from '../../core/org-code.ts'
import type { Heads, Programme } from '../../core/programme.ts'
import { titlesLike } from '../../core/record-title.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Actor } from '../database/actor.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { type Desk, keeps } from './desk.ts'
import { personsIn } from './links.ts'
import { maskedNames } from './persons.ts'
import { receivedTitle } from './received-view.ts'
import { tableOf } from './record-row.ts'
import { hasPersonalTitle, shownTitle } from './standing.ts'

type Asked = QueryOf<typeof listRecords>
type Page = ResponseOf<typeof listRecords>

interface Row {
  id: string
  number: string | null
  title: string
  state: string
  on_date: Day
  org: number
  org_name: string
  revision: number
  sealed: boolean
  receiver: number | null
  mine: boolean
  demo: boolean
  person: string | null
  named: Record<string, unknown> | null
  brand: string | null
  brand_name: string | null
  heads: readonly Heads[]
  attended: number | null
  clock: string | null
  due_on: Day | null
  due_at: Date | null
  legal: boolean | null
}

/** Totals are counted up to here; beyond it a list says “more than”. */
const countedUpTo = 10_000

/**
 * One page of a programme's records, newest first; keyset, so page 1,000 costs what page 1 does. Three statements whatever
 * the page size: rows, total (first page only), names; one more finds words over many records. Refuses 'out-of-scope' and 'cursor-invalid'.
 */
export async function pageOfRecords(desk: Desk, programme: Programme, asked: Asked): Promise<Page> {
  const { tx, actor } = desk
  const found = await titled(desk, programme, asked)
  const filters = whereOf(desk, programme, asked, true)
  const where = found.ids ? sql`r.id = ANY(${found.ids}::uuid[]) AND ${filters}` : filters
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor)
  const [rows, counted] = await Promise.all([
    tx.rows<Row>(pageQuery(actor, programme, where, after, asked.limit)),
    after || found.beyond
      ? undefined
      : tx.first<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM (SELECT FROM ${tableOf(programme.kind)} r WHERE ${where} LIMIT ${sql.lit(countedUpTo + 1)}) c`),
  ])
  const shown = rows.slice(0, asked.limit)
  const last = shown.at(-1)
  const personsOf = (row: Row) => [
    ...new Set([...(row.person ? [row.person] : []), ...personsIn(programme.fields, row.named ?? {})]),
  ]
  const names = await maskedNames(tx, shown.flatMap(personsOf))
  const handles = programme.access.create.includes(actor.role)
  const create = mayMake(programme, actor)
  return {
    items: shown.map((row) =>
      asItem(
        programme,
        row,
        personsOf(row).map((id) => ({ id, name: names.get(id) ?? null })),
        handles && keeps(actor, row.org),
        isReceived(actor, row),
        actor.language,
      ),
    ),
    next: rows.length > asked.limit && last ? cursorOf(last.on_date, last.id) : null,
    total: counted === undefined || counted.n > countedUpTo ? null : counted.n,
    more: found.beyond || (counted?.n ?? 0) > countedUpTo,
    abilities: { create, import: create, export: true },
  }
}

function asItem(
  programme: Programme,
  row: Row,
  persons: Page['items'][number]['persons'],
  handled: boolean,
  received: boolean,
  language: Language,
): Page['items'][number] {
  const clock = row.clock === null || received ? undefined : programme.clocks[row.clock]
  const activity = programme.kind === 'activity'
  return {
    id: row.id,
    number: row.number,
    title: received
      ? receivedTitle(programme, row.title, language)
      : shownTitle(programme, row.title, handled, language),
    state: row.state,
    stateLabel: programme.states[row.state] ?? { zh: row.state, en: row.state },
    onDate: row.on_date,
    org: { code: row.org, name: row.org_name },
    revision: row.revision,
    sealed: row.sealed,
    received,
    demo: row.demo,
    brand: !received && row.brand && row.brand_name ? { id: row.brand, name: row.brand_name } : null,
    attended: activity ? (row.attended ?? 0) : null,
    heads: activity && !received ? row.heads.reduce((sum, h) => sum + h.count, 0) : null,
    persons: received ? [] : persons,
    due:
      clock && row.due_on
        ? {
            label: clock.label,
            dueOn: row.due_on,
            dueAt: row.due_at?.toISOString() ?? null,
            legal: row.legal ?? false,
          }
        : null,
  }
}

/** Rows of a page first, by an index in order; what belongs to each of them afterwards. */
function pageQuery(
  actor: Actor,
  programme: Programme,
  where: RawBuilder<unknown>,
  after: readonly [Day, string] | undefined,
  limit: number,
): RawBuilder<Row> {
  const naming = Object.entries(programme.fields)
    .filter(([, f]) => (f.kind === 'people' || f.kind === 'person') && !isSealedClass(f.class))
    .map(([key]) => key)
  const attended =
    programme.kind === 'activity'
      ? sql`(SELECT count(*)::integer FROM attendances a WHERE a.activity = r.id)`
      : sql`NULL::integer`
  const named = naming.length
    ? sql`(SELECT jsonb_object_agg(k, r.answers -> k) FROM unnest(${naming}::text[]) k WHERE r.answers ? k)`
    : sql`NULL::jsonb`
  const clock = Object.keys(programme.clocks).length
    ? sql`(SELECT clock, due_on, due_at, legal FROM clocks WHERE record = r.id AND ended_on IS NULL AND paused_on IS NULL ORDER BY due_on, due_at LIMIT 1)`
    : sql`(SELECT NULL::text AS clock, NULL::date AS due_on, NULL::timestamptz AS due_at, NULL::boolean AS legal)`
  return sql<Row>`
    SELECT r.id, r.number, r.title, r.state, r.on_date, r.org, o.name AS org_name, r.revision, r.sealed, r.receiver, r.demo,
           ${actor.account}::uuid = ANY(r.handlers) AS mine, r.person, r.brand, b.name AS brand_name,
           r.heads, ${named} AS named,
           ${attended} AS attended, c.clock, c.due_on, c.due_at, c.legal
    FROM (SELECT * FROM ${tableOf(programme.kind)} r
          WHERE ${where} ${after ? sql`AND (r.on_date, r.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
          ORDER BY r.on_date DESC, r.id DESC LIMIT ${sql.lit(limit + 1)}) r
    JOIN organisations o ON o.code = r.org
    LEFT JOIN brands b ON b.id = r.brand
    LEFT JOIN LATERAL ${clock} c ON true
    ORDER BY r.on_date DESC, r.id DESC`
}

/** Hers only because it was sent to her organisation: the row shows no more than her page of it. */
const isReceived = (actor: Actor, row: Row): boolean =>
  row.receiver === actor.org &&
  row.org !== actor.org &&
  (row.sealed ? !row.mine && !(actor.role === 'rights' && keeps(actor, row.org)) : !isWithin(row.org, actor.org))

/**
 * The filters of a list, also those of its export; `received` takes in what was sent to the own
 * organisation, and what organisations above show to those below. Refuses
 * 'out-of-scope'.
 */
export function whereOf(
  { actor }: Desk,
  programme: Programme,
  asked: Omit<Asked, 'cursor' | 'limit'>,
  received = false,
): RawBuilder<unknown> {
  const org = asked.org ?? actor.org
  if (!isWithin(org, actor.org) && !keeps(actor, org)) throw new Refusal('out-of-scope', { field: 'org' })
  const kept = programme.confidential ? keptBy(actor.org, org) : under(org, handsOver(programme))
  const parts = [sql`r.programme = ${programme.id}`, kept]
  if (programme.receiverField) {
    const own = sql`NOT only_received(r.receiver, r.sealed, r.org)`
    parts[1] = received && org === actor.org ? sql`(${kept} OR r.receiver = ${actor.org})` : sql`${kept} AND ${own}`
  }
  if (received && programme.shownBelow.length > 0 && asked.org === undefined)
    parts[1] = sql`(${kept} OR r.org = ANY(${ancestorsOf(actor.org)}::bigint[]))`
  const states = asked.state?.split(',') ?? []
  if (states.length === 1) parts.push(sql`r.state = ${states[0]}`)
  if (states.length > 1) parts.push(sql`r.state = ANY(${states}::text[])`)
  if (asked.from) parts.push(sql`r.on_date >= ${asked.from}::date`)
  if (asked.to) parts.push(sql`r.on_date <= ${asked.to}::date`)
  if (asked.brand) parts.push(sql`r.brand = ${asked.brand}`)
  if (asked.parent) parts.push(sql`r.parent = ${asked.parent}`)
  if (asked.mine) parts.push(sql`(r.created_by = ${actor.post} OR ${actor.account}::uuid = ANY(r.handlers))`)
  if (asked.unhandled) parts.push(sql`r.sealed AND r.handlers = '{}'`)
  if (asked.q) parts.push(searched(actor, programme, asked.q))
  return sql.join(parts, sql` AND `)
}

interface Found {
  readonly ids?: readonly string[]
  /** The whole list holds more than are counted. */
  readonly beyond: boolean
}

/**
 * The records a search over a league or the region has to look at: an index names them, where reading every title would take
 * a second for a million. None are named when they are too many, or the index does not hold all the reader may find.
 */
async function titled({ actor, tx }: Desk, programme: Programme, asked: Asked): Promise<Found> {
  const { q: words, limit: _limit, cursor, org = actor.org, ...narrower } = asked
  if (!words || [...words].length < 2) return { beyond: false }
  if (programme.confidential || programme.receiverField || programme.shownBelow.length > 0) return { beyond: false }
  // A chosen title is borne by so many that going through the list finds a page at once.
  if (titlesLike(programme, words, actor.language).length > 0) return { beyond: false }
  if (serialOf(org) > 0 || !['region', 'league'].includes(levelOf(org))) return { beyond: false }
  const found = await tx.first<{ ids: readonly string[] | null }>(
    sql`SELECT records_titled(${programme.kind}, ${programme.id}, ${words}, ${sql.lit(countedUpTo)}) AS ids`,
  )
  if (found?.ids) return { ids: found.ids, beyond: false }
  const whole = org === actor.org && !hasPersonalTitle(programme) && Object.values(narrower).every((filter) => !filter)
  return { beyond: whole && cursor === undefined }
}

/** By number, and by title where the reader reads titles: a search must not confirm the name that her list masks. */
function searched(actor: Actor, programme: Programme, text: string): RawBuilder<unknown> {
  const chosen = titlesLike(programme, text, actor.language)
  const titled = sql`(r.title ILIKE ${`%${literal(text)}%`} ${chosen.length > 0 ? sql`OR r.title = ANY(${chosen}::text[])` : sql``})`
  const numbered = sql`r.number LIKE ${`${literal(text.toUpperCase())}%`}`
  const parts = [titled]
  if (programme.receiverField && !programme.receiverSees.includes(programme.title))
    parts.push(sql`NOT only_received(r.receiver, r.sealed, r.org)`)
  if (hasPersonalTitle(programme) && !programme.confidential)
    parts.push(programme.access.create.includes(actor.role) ? keptBy(actor.org, actor.org) : sql`false`)
  return sql`(${numbered} OR (${sql.join(parts, sql` AND `)}))`
}

const handsOver = (programme: Programme) =>
  Object.values(programme.actions).some((action) => action.moves !== undefined)

/** In a LIKE pattern, what was typed means itself. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * The subtree, in the words of an index that gives rows in order: by league and by banner there is one of each, and a
 * region is all its post may see. Statements are planned for values unknown, so none may ask for “from here to there” of
 * a scope that can hold a third of the table; for the same reason limits are written out. A record that went over to
 * another league keeps the area it was made in, so where that may happen the league is asked for by its codes.
 */
function under(org: OrgCode, roams: boolean): RawBuilder<unknown> {
  const [lo, hi] = subtreeOf(org)
  if (org === regionOf(org)) return sql`true`
  if (serialOf(org) > 0) return sql`r.org = ${org}`
  if (levelOf(org) === 'league' && !roams) return sql`r.area = ${areaOf(org)}`
  if (levelOf(org) === 'banner') return sql`r.banner = ${org / levelSpan.banner}`
  return sql`r.org BETWEEN ${lo} AND ${hi}`
}

/** Sealed records are the keeping organisation's own: the division of the post, not what lies beneath it. */
function keptBy(own: OrgCode, asked: OrgCode): RawBuilder<unknown> {
  const first = orgCode(divisionOf(own))
  const [lo, hi] =
    serialOf(asked) > 0
      ? [asked, asked]
      : divisionOf(asked) === divisionOf(own)
        ? [first, first + levelSpan.village - 1]
        : [0, -1]
  return sql`r.org BETWEEN ${lo} AND ${hi}`
}
