import { type RawBuilder, sql } from 'kysely'
import type { IndicatorValueShape } from '../../core/api/indicators.ts'
import { type IndicatorUnit, indicatorUnits } from '../../core/indicators/indicator.ts'
import {
  levelIn,
  type ValueForm,
  type ValueState,
  valueStepIds,
  valueSteps,
} from '../../core/indicators/indicator-value.ts'
import { areaOf, isWithin, type OrgCode, regionOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { cautionOf, mayReport } from './definition-rows.ts'

export interface ValueRow {
  readonly area: number
  readonly id: string
  readonly org: OrgCode
  readonly org_name: string
  readonly indicator: string
  readonly name: string
  readonly unit: IndicatorUnit
  readonly decimals: number
  readonly numerator_words: string
  readonly denominator_words: string
  readonly definition: number
  readonly year: number
  readonly version: number
  readonly state: ValueState
  readonly form: ValueForm
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly base_term: string | null
  readonly base_value: string | null
  readonly source: string | null
  readonly page: string | null
  readonly absent: IndicatorValueShape['absent']
  readonly note: string | null
  readonly reason: string | null
  readonly due_on: string | null
  readonly reported_by: string | null
  readonly demo: boolean
}

const numeric = (text: string | null): number | null => (text === null ? null : Number(text))

/** Which steps the reader may take: not on what she reported herself, and only in her own subtree. */
function stepsFor(actor: Actor, row: ValueRow): IndicatorValueShape['may'] {
  if (!mayReport(actor) || !isWithin(row.org, actor.org)) return []
  const steps = valueStepIds.filter(
    (step) => valueSteps[step].from.some((state) => state === row.state) && row.reported_by !== actor.account,
  )
  return row.state === 'checked' ? steps : [...steps, 'report']
}

export function toValue(actor: Actor, row: ValueRow): IndicatorValueShape {
  const [value, baseValue] = [numeric(row.value), numeric(row.base_value)]
  return {
    id: row.id,
    indicator: row.indicator,
    name: row.name,
    unitLabel: indicatorUnits[row.unit].label,
    decimals: row.decimals,
    org: { code: row.org, name: row.org_name },
    year: row.year,
    version: row.version,
    definition: row.definition,
    state: row.state,
    form: row.form,
    value,
    numerator: numeric(row.numerator),
    denominator: numeric(row.denominator),
    baseTerm: row.base_term,
    baseValue,
    level: value === null ? null : (levelIn({ form: row.form, value, baseValue }) ?? null),
    source: row.source,
    page: row.page,
    absent: row.absent,
    note: row.note,
    reason: row.reason,
    dueOn: row.due_on,
    grade: 'D',
    caution: cautionOf({ name: row.name, numerator: row.numerator_words, denominator: row.denominator_words }),
    own: row.reported_by === actor.account,
    may: stepsFor(actor, row),
    demo: row.demo,
  }
}

interface Search {
  readonly condition: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  readonly limit: number
}

/** Values the reader may see, each under the words of the definition it was reported by. */
export function selectValues(
  tx: Tx,
  actor: Pick<Actor, 'org'>,
  { condition, order, limit }: Search,
): Promise<ValueRow[]> {
  const region = regionOf(actor.org)
  return tx.rows<ValueRow>(sql`
    SELECT v.area, v.id, v.org, o.name AS org_name, v.indicator, i.name, i.unit, i.decimals, i.numerator AS numerator_words,
      i.denominator AS denominator_words, v.definition, v.year, v.version, v.state, v.form, v.value, v.numerator, v.denominator,
      v.base_term, v.base_value, v.source, v.page, v.absent, v.note, v.reason, v.due_on, v.reported_by, v.demo
    FROM indicator_values v
    JOIN organisations o ON o.code = v.org
    JOIN indicators i ON i.area = ${areaOf(region)} AND i.org = ${region} AND i.code = v.indicator AND i.version = v.definition
    WHERE ${condition} ORDER BY ${order} LIMIT ${limit}`)
}

/** What stands published for each area and year: its newest published version, or that there is none. */
export const standing = sql`v.state IN ('published', 'absent') AND NOT EXISTS (
  SELECT FROM indicator_values n
  WHERE n.indicator = v.indicator AND n.org = v.org AND n.year = v.year AND n.version > v.version
    AND n.state IN ('published', 'absent'))`

export async function getValue(tx: Tx, actor: Actor, id: string): Promise<ValueRow> {
  const [row] = await selectValues(tx, actor, { condition: sql`v.id = ${id}`, order: sql`v.id`, limit: 1 })
  if (!row) throw new Refusal('not-found')
  return row
}

/** The newest version of an area's year, whatever its state; undefined when nothing was ever said. */
export async function findNewest(
  tx: Tx,
  actor: Actor,
  of: { readonly indicator: string; readonly org: OrgCode; readonly year: number },
): Promise<ValueRow | undefined> {
  const condition = sql`v.area = ${areaOf(of.org)} AND v.org = ${of.org} AND v.indicator = ${of.indicator} AND v.year = ${of.year}`
  const [row] = await selectValues(tx, actor, { condition, order: sql`v.version DESC`, limit: 1 })
  return row
}

/** What was done to a value, added in the actor's name. */
export function addSteps(
  tx: Tx,
  actor: Actor,
  rows: readonly {
    area: number
    org: OrgCode
    value: string
    step: string
    told: number | null
    reason: string | null
  }[],
): Promise<number> {
  return tx.change(sql`
    INSERT INTO indicator_steps (area, id, org, value, step, told, reason, by_account, by_name)
    SELECT r.area, gen_random_uuid(), r.org, r.value, r.step, r.told, r.reason, ${actor.account}, ${actor.displayName}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (area integer, org bigint, value uuid, step text, told numeric, reason text)`)
}
