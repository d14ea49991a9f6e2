import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import {
  type getInitiativeFigures,
  type InitiativeMeasure,
  type listInitiativeRecords,
  most,
} from '../../core/api/initiatives.ts'
import type { Grade } from '../../core/count.ts'
import type { Day } from '../../core/day.ts'
import { togetherWith } from '../../core/initiative-tree.ts'
import { isWithin, type OrgCode } from '../../core/org-code.ts'
import { titleIn } from '../../core/record-title.ts'
import { Refusal } from '../../core/refusal.ts'
import { localProgrammes } from '../../local-programmes.ts'
import { findProgramme, programmes } from '../../registry.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { addSum, noSum, type Sum } from '../figures/ask.ts'
import { type Known, knownMeasures, measureRowOf } from '../figures/catalogue.ts'
import { askMany } from '../figures/many.ts'
import { readMoment } from '../figures/moment.ts'
import { partOf } from '../figures/part.ts'
import { getScope, isGuarded } from '../figures/scope.ts'
import { hide } from '../figures/told-figure.ts'
import { cursorOf, readCursor } from '../records/cursor.ts'
import { getInitiative, selectInitiatives } from './initiative-rows.ts'

interface Asked {
  readonly org: OrgCode
  readonly from: Day
  readonly to: Day
  readonly earlier: boolean
}

/**
 * Figures of an initiative and everything under it: of services that belong to it whole, their figures; of others, what the
 * marked records are worth. A set union: each record once. A confidential service is told whole or not at all, and here
 * never in small numbers. Refuses 'not-found', 'initiative-quoted' and what a figure's scope refuses.
 */
export async function tellInitiative(
  tx: Tx,
  actor: Actor,
  id: string,
  asked: Asked,
): Promise<ResponseOf<typeof getInitiativeFigures>> {
  if (!isWithin(asked.org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
  const { counted } = await getInitiative(tx, actor, id)
  if (!counted) throw new Refusal('initiative-quoted')
  const together = togetherWith(await selectInitiatives(tx, actor, most), id, asked.earlier)
  const whole = new Set(together.flatMap((initiative) => initiative.programmes))
  const known = knownMeasures(actor.org).filter((m) => whole.has(m.programme.id))
  if (asked.from > asked.to) throw new Refusal('period-wrong', { field: 'from' })
  const [org, { asOf }, part, marked] = await Promise.all([
    getScope(tx, asked.org),
    readMoment(tx, undefined),
    askMany(
      tx,
      asked.org,
      known.filter((m) => !isGuarded(actor, m, asked.org)),
      [{ from: asked.from, to: asked.to }],
    ),
    markedSums(
      tx,
      together.map((t) => t.id),
      [...whole],
      asked,
    ),
  ])
  const rowOf = (m: Known, told: ReturnType<typeof partOf>): InitiativeMeasure => {
    const { id, label, unit, unitLabel } = measureRowOf(m, actor.language)
    return { measure: id, label, unit, unitLabel, kind: m.kind, ...told }
  }
  const told = [...programmes, ...localProgrammes()].flatMap((programme) => {
    const measures = knownMeasures(actor.org).filter((m) => m.programme.id === programme.id)
    const rows = whole.has(programme.id)
      ? measures.map((m) => rowOf(m, isGuarded(actor, m, asked.org) ? hide(partOf(m, noSum)) : part(m, 0)))
      : measures
          .filter((m) => m.posted.some((posted) => marked.has(posted)))
          .map((m) =>
            rowOf(
              m,
              partOf(m, (posted) => marked.get(posted) ?? noSum()),
            ),
          )
    return rows.length > 0
      ? [{ id: programme.id, label: programme.label[actor.language], whole: whole.has(programme.id), measures: rows }]
      : []
  })
  const { from, to } = asked
  return { org, from, to, asOf, initiatives: together.map(({ id, name }) => ({ id, name })), programmes: told }
}

/** Posted measure → what the marked records are worth. */
async function markedSums(tx: Tx, initiatives: readonly string[], whole: readonly string[], { org, from, to }: Asked) {
  const rows = await tx.rows<{ measure: string; grade: Grade; value: number; records: number }>(
    sql`SELECT * FROM initiative_sums(${initiatives}::uuid[], ${whole}::text[], ${org}::bigint, ${from}::date, ${to}::date)`,
  )
  const sums = new Map<string, Sum>()
  for (const { measure, grade, value, records } of rows) {
    const more = noSum()
    more.value = value
    more.entries = records
    more.grades[grade] = value
    sums.set(measure, addSum(sums.get(measure) ?? noSum(), more))
  }
  return sums
}

/** Records marked as belonging to an initiative itself, as far as the reader sees them, newest first. */
export async function listMarked(
  tx: Tx,
  actor: Actor,
  id: string,
  asked: { programme?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof listInitiativeRecords>> {
  await getInitiative(tx, actor, id)
  const [day, last] = asked.cursor ? readCursor(asked.cursor) : ['9999-12-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const rows = await tx.rows<{
    id: string
    programme: string
    title: string
    org: OrgCode
    org_name: string
    on_date: Day
  }>(sql`
    SELECT r.id, r.programme, r.title, r.org, o.name AS org_name, r.on_date
    FROM initiative_records m JOIN records r ON r.id = m.record JOIN organisations o ON o.code = r.org
    WHERE m.initiative = ${id} AND m.removed_at IS NULL AND (${asked.programme ?? null}::text IS NULL OR m.programme = ${asked.programme ?? null})
      AND (r.on_date, r.id) < (${day}::date, ${last}::uuid)
    ORDER BY r.on_date DESC, r.id DESC LIMIT ${asked.limit + 1}`)
  const shown = rows.slice(0, asked.limit)
  const end = shown.at(-1)
  return {
    items: shown.map((row) => {
      const programme = findProgramme(row.programme)
      return {
        id: row.id,
        programme: row.programme,
        programmeLabel: programme?.label[actor.language] ?? row.programme,
        title: titleIn(programme, row.title, actor.language),
        org: { code: row.org, name: row.org_name },
      }
    }),
    next: rows.length > shown.length && end ? cursorOf(end.on_date, end.id) : null,
  }
}
