import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { requestIndicatorValues, stepIndicatorValues } from '../../core/api/indicators.ts'
import { needsParts } from '../../core/indicators/indicator.ts'
import { isBaseStated, valueStates, valueSteps } from '../../core/indicators/indicator-value.ts'
import { areaOf, isWithin } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { orgNames } from '../organisations/org-rows.ts'
import { getDefinitions, mayReport } from './definition-rows.ts'
import { isCollected } from './report-value.ts'
import { addSteps, selectValues, type ValueRow } from './value-rows.ts'

/**
 * Checks, publishes or returns values: all of them, or none. Refuses 'second-person' to who reported one of them,
 * 'indicator-step-not-now', 'indicator-base-missing' for a change without its base (F059–F061), 'indicator-parts-missing' for a
 * share that is called a coverage (C16).
 */
export async function stepValues(tx: Tx, actor: Actor, body: BodyOf<typeof stepIndicatorValues>): Promise<number> {
  if (!mayReport(actor)) throw new Refusal('not-allowed')
  const { step, reason } = body
  const ids = [...new Set(body.ids)]
  if (step === 'return' && (reason ?? '').length < 2) throw new Refusal('reason-needed', { field: 'reason' })
  // Two people at the same desk: the second waits, and finds what the first has done.
  await tx.rows(sql`SELECT FROM indicator_values v WHERE v.id = ANY(${ids}::uuid[]) ORDER BY v.id FOR UPDATE`)
  const rows = await selectValues(tx, actor, {
    condition: sql`v.id = ANY(${ids}::uuid[])`,
    order: sql`v.id`,
    limit: ids.length,
  })
  if (rows.length < ids.length) throw new Refusal('not-found')
  const { to } = valueSteps[step]
  const fresh = rows.filter((row) => row.state !== to)
  for (const row of fresh) refuseStep(actor, row, body)
  if (fresh.length === 0) return 0
  const checked = step === 'check' ? actor.account : step === 'return' ? null : undefined
  await tx.change(sql`
    UPDATE indicator_values SET state = ${to} ${checked === undefined ? sql`` : sql`, checked_by = ${checked}`}
    WHERE id = ANY(${fresh.map(({ id }) => id)}::uuid[])`)
  return addSteps(
    tx,
    actor,
    fresh.map(({ area, org, id, value }) => ({
      area,
      org,
      value: id,
      step,
      told: Number(value),
      reason: reason || null,
    })),
  )
}

function refuseStep(actor: Actor, row: ValueRow, { step }: BodyOf<typeof stepIndicatorValues>): void {
  if (!isWithin(row.org, actor.org)) throw new Refusal('not-allowed')
  const said = { org: row.org_name, year: row.year }
  const language = actor.language
  if (!valueSteps[step].from.some((state) => state === row.state))
    throw new Refusal('indicator-step-not-now', { values: { ...said, state: valueStates[row.state][language] } })
  if (row.reported_by === actor.account) throw new Refusal('second-person')
  if (step !== 'publish') return
  const baseValue = row.base_value === null ? null : Number(row.base_value)
  if (!isBaseStated({ form: row.form, baseTerm: row.base_term, baseValue }))
    throw new Refusal('indicator-base-missing', { values: said })
  const words = { name: row.name, numerator: row.numerator_words, denominator: row.denominator_words }
  if (row.form === 'level' && needsParts(words) && row.numerator === null)
    throw new Refusal('indicator-parts-missing', { values: said })
}

/** Asks areas below for a value they have not said anything of yet. Gives how many were asked. Sent again it asks nobody twice. */
export async function requestValues(
  tx: Tx,
  actor: Actor,
  body: BodyOf<typeof requestIndicatorValues>,
): Promise<number> {
  const orgs = [...new Set(body.orgs)]
  if (!mayReport(actor) || orgs.some((org) => !isWithin(org, actor.org))) throw new Refusal('not-allowed')
  const [definition] = await getDefinitions(tx, actor, body.indicator)
  const names = await orgNames(tx, orgs)
  if (names.size < orgs.length) throw new Refusal('not-found')
  const wrong = orgs.find((org) => !isCollected(definition, org))
  if (wrong !== undefined)
    throw new Refusal('indicator-not-collected', { values: { org: names.get(wrong)?.shortName ?? '' } })
  const asked = await tx.rows<{ id: string; org: number }>(sql`
    INSERT INTO indicator_values (area, id, org, indicator, definition, year, version, state, due_on)
    SELECT a.area, gen_random_uuid(), a.org, ${body.indicator}, ${definition.version}, ${body.year}, 1, 'requested', ${body.dueOn}
    FROM unnest(${orgs.map(areaOf)}::integer[], ${orgs}::bigint[]) AS a (area, org)
    WHERE NOT EXISTS (SELECT FROM indicator_values h WHERE h.area = a.area AND h.org = a.org AND h.indicator = ${body.indicator} AND h.year = ${body.year})
    RETURNING id, org`)
  if (asked.length > 0)
    await addSteps(
      tx,
      actor,
      asked.map(({ id, org }) => ({ area: areaOf(org), org, value: id, step: 'request', told: null, reason: null })),
    )
  return asked.length
}
