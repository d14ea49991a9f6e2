import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { IndicatorShape, reportIndicatorValue } from '../../core/api/indicators.ts'
import {
  indicatorLevels,
  indicatorUnits,
  partsAgree,
  valueOfParts,
  valueText,
} from '../../core/indicators/indicator.ts'
import { isPlausible } from '../../core/indicators/plausible.ts'
import { areaOf, isWithin, levelOf, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getStandingOrg } from '../organisations/org-rows.ts'
import { getDefinitions, mayReport } from './definition-rows.ts'
import { addSteps, findNewest, type ValueRow } from './value-rows.ts'

export type Report = BodyOf<typeof reportIndicatorValue>

/** Whether an area of a level has such a value at all. */
export const isCollected = ({ level }: Pick<IndicatorShape, 'level'>, org: OrgCode): boolean => {
  const at = (indicatorLevels as readonly string[]).indexOf(levelOf(org))
  return at >= 0 && at <= indicatorLevels.indexOf(level) && org % 10_000 === 0
}

const missing = (field: string) => new Refusal('input-invalid', { field, values: { what: field } })

/**
 * Whether what was written is a value of this indicator. Gives its parts in the indicator's unit when only they were written.
 * Refuses 'input-invalid', 'indicator-implausible', 'indicator-part-over-whole', 'indicator-parts-disagree'.
 */
export function checkedValue(definition: IndicatorShape, report: Report): number {
  const { unit, decimals } = definition
  const { numerator, denominator, form } = report
  if (!report.source) throw missing('source')
  if ((numerator === null) !== (denominator === null)) throw missing(numerator === null ? 'numerator' : 'denominator')
  if (numerator === null || denominator === null || form === 'change') {
    if (report.value === null) throw missing('value')
    if (form === 'level') refuseImplausible(definition, report.value)
    return report.value
  }
  if (indicatorUnits[unit].multiplier === null || denominator === 0) throw missing('denominator')
  // A gross enrolment may pass 100; what is called a share, or is women's part of a whole, may not.
  if (numerator > denominator && (definition.caution || /占比|比重|比例/.test(definition.name)))
    throw new Refusal('indicator-part-over-whole', { field: 'numerator' })
  const computed = valueOfParts(unit, numerator, denominator) ?? 0
  const value = report.value ?? Number(computed.toFixed(decimals))
  refuseImplausible(definition, value)
  if (!partsAgree(unit, decimals, value, [numerator, denominator]))
    throw new Refusal('indicator-parts-disagree', {
      field: 'value',
      values: { computed: valueText(computed, decimals), value },
    })
  return value
}

function refuseImplausible({ unit, name }: IndicatorShape, value: number): void {
  if (!isPlausible(unit, name, value))
    throw new Refusal('indicator-implausible', { field: 'value', values: { value, name } })
}

/**
 * Writes what a department reported for an area and a year: over a request or a report nobody has checked, or as the next
 * version of what is published. The same id again is the same report. Refuses what checkedValue does, and 'not-allowed',
 * 'indicator-not-collected', 'indicator-checked', 'reason-needed'.
 */
export async function reportValue(tx: Tx, actor: Actor, report: Report): Promise<string> {
  if (!mayReport(actor) || !isWithin(report.org, actor.org)) throw new Refusal('not-allowed')
  const org = await getStandingOrg(tx, report.org)
  const [definition] = await getDefinitions(tx, actor, report.indicator)
  if (!isCollected(definition, report.org))
    throw new Refusal('indicator-not-collected', { field: 'org', values: { org: org.shortName } })
  const value = report.absent ? null : checkedValue(definition, report)
  if (report.absent === 'other' && !report.note) throw missing('note')
  return writeReport(tx, actor, definition, { ...report, value }, await findNewest(tx, actor, report))
}

/** The writing itself, for one value or for each cell of a sheet; what it says was checked before. Gives the value's id. */
export async function writeReport(
  tx: Tx,
  actor: Actor,
  definition: IndicatorShape,
  report: Report,
  newest: ValueRow | undefined,
): Promise<string> {
  if (newest?.id === report.id) return newest.id
  if (newest?.state === 'checked') throw new Refusal('indicator-checked')
  const open = newest?.state === 'requested' || newest?.state === 'reported'
  const isCorrection = newest?.state === 'published'
  if (isCorrection && (report.reason ?? '').length < 2) throw new Refusal('reason-needed', { field: 'reason' })
  const area = areaOf(report.org)
  const state = report.absent ? 'absent' : 'reported'
  const id = open && newest ? newest.id : report.id
  const told = report.absent ? null : report.value
  const row = {
    form: report.absent ? 'level' : report.form,
    value: told,
    numerator: report.absent ? null : report.numerator,
    denominator: report.absent ? null : report.denominator,
    base_term: report.form === 'change' ? report.baseTerm || null : null,
    base_value: report.form === 'change' ? report.baseValue : null,
    source: report.source || null,
    page: report.page || null,
    note: report.note || null,
  }
  if (open) {
    await tx.change(sql`
      UPDATE indicator_values SET state = ${state}, definition = ${definition.version}, form = ${row.form}, value = ${row.value},
        numerator = ${row.numerator}, denominator = ${row.denominator}, base_term = ${row.base_term}, base_value = ${row.base_value},
        source = ${row.source}, page = ${row.page}, note = ${row.note}, absent = ${report.absent}, reported_by = ${actor.account},
        reported_at = clock_timestamp(), checked_by = NULL
      WHERE area = ${area} AND id = ${id}`)
  } else {
    // A value that was not there before needs no other reason than that it came.
    const reason = newest ? (report.reason ?? '') || '部门补报' : null
    await tx.change(sql`
      INSERT INTO indicator_values (area, id, org, indicator, definition, year, version, state, form, value, numerator, denominator,
        base_term, base_value, source, page, absent, note, reason, reported_by, reported_at)
      VALUES (${area}, ${id}, ${report.org}, ${report.indicator}, ${definition.version}, ${report.year},
        ${(newest?.version ?? 0) + 1}, ${state}, ${row.form}, ${row.value}, ${row.numerator}, ${row.denominator}, ${row.base_term},
        ${row.base_value}, ${row.source}, ${row.page}, ${report.absent}, ${row.note}, ${reason}, ${actor.account}, clock_timestamp())`)
  }
  const step = report.absent ? 'absent' : newest?.state === 'reported' ? 'mend' : 'report'
  await addSteps(tx, actor, [{ area, org: report.org, value: id, step, told, reason: report.reason || null }])
  return id
}
