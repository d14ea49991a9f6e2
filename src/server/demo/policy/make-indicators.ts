import { sql } from 'kysely'
import { addCalendarDays, type Day } from '../../../core/day.ts'
import { areaOf, levelSpan, type OrgCode } from '../../../core/org-code.ts'
import type { Tx } from '../../database/actor.ts'
import { Chance } from '../chance.ts'
import { madeId } from '../made-id.ts'
import type { Making } from '../making.ts'
import { showBanner } from '../plan.ts'
import { type MadeIndicator, madeTerms, readIndicators } from './outline-indicators.ts'
import { type MadeValue, madeYears, tiltsFor, valuesOf } from './plan-values.ts'

/** A row of indicator_values, and what was done to it. */
interface Row {
  readonly id: string
  readonly area: number
  readonly org: OrgCode
  readonly indicator: string
  readonly year: number
  readonly version: number
  readonly state: 'requested' | 'reported' | 'published' | 'absent'
  readonly form: 'level' | 'change'
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly base_term: string | null
  readonly base_value: number | null
  readonly source: string | null
  readonly page: string | null
  readonly absent: string | null
  readonly reason: string | null
  readonly due_on: Day | null
  readonly reported_by: string | null
  readonly on: Day
  readonly steps: readonly string[]
}

const firstId = 9_000_000
const rowsPerTurn = 2_000

/**
 * The indicators of the two outlines for the region and its leagues over six years, the same at every scale: made numbers whose
 * parts add up, so that the region's of 2022 are what the articles say. A few of the last year are still on the desks.
 */
export async function makeIndicators({ plan, calendar, hands }: Making, tx: Tx): Promise<void> {
  const areas = [...new Set(plan.offices.map(({ area }) => area))]
  const [first = 0] = areas
  const region = (first - (first % 100)) * levelSpan.league
  const leagues = areas.map((area) => area * levelSpan.league)
  const weights = areas.map((area) =>
    plan.offices.reduce((sum, office) => sum + (office.area === area ? office.villages.length + 1 : 0), 0),
  )
  const madeIndicators = await readIndicators()
  await insertDefinitions(tx, region, [...madeIndicators, ...madeTerms.map(({ definition }) => definition)])
  const chance = new Chance(83)
  const today = calendar.day(calendar.today)
  const shown = areaOf(showBanner) * levelSpan.league
  const reporter = (org: OrgCode) => hands.get(org)?.find(({ role }) => role === 'statistician')?.account ?? null
  const rows: Row[] = []
  const add = (row: Partial<Row> & Pick<Row, 'org' | 'indicator' | 'year'>) =>
    rows.push({
      id: madeId('other', firstId + rows.length),
      area: areaOf(row.org),
      version: 1,
      state: 'published',
      form: 'level',
      value: null,
      numerator: null,
      denominator: null,
      base_term: null,
      base_value: null,
      source: `统计年鉴 ${row.year + 1}（演示）`,
      page: `第 ${chance.whole(20, 480)} 页`,
      absent: null,
      reason: null,
      due_on: null,
      reported_by: null,
      on: earlier(`${row.year + 1}-09-20`, today),
      steps: ['report', 'check', 'publish'],
      ...row,
    })
  for (const made of madeIndicators) {
    const tilts = tiltsFor(chance, leagues.length)
    for (const year of madeYears) {
      const told = valuesOf(made, year, weights, tilts)
      // What the yearbook said first was corrected once.
      if (made.code === 'W-HEA-01' && year === 2022) {
        add({ org: region, indicator: made.code, year, value: 80.4 })
        add({
          org: region,
          indicator: made.code,
          year,
          ...told.region,
          version: 2,
          reason: '部门按生命表重新核算（演示）',
        })
      } else add({ org: region, indicator: made.code, year, ...told.region })
      if (made.level === 'region') continue
      for (const [i, org] of leagues.entries())
        add({
          org,
          indicator: made.code,
          year,
          ...leagueValue(made, year, told.areas[i], org === shown, { reporter: reporter(org), today }),
        })
    }
  }
  for (const { definition, from, base, to, change } of madeTerms) {
    const source = '换届公告（演示）'
    add({ org: region, indicator: definition.code, year: from, value: base, source })
    add({
      org: region,
      indicator: definition.code,
      year: to,
      form: 'change',
      value: change,
      base_term: `上一届（${from} 年）`,
      base_value: base,
      source,
    })
  }
  for (let at = 0; at < rows.length; at += rowsPerTurn) await insertValues(tx, rows.slice(at, at + rowsPerTurn))
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Two leagues' worth of exceptions: what a department does not give, and what the demo league has on its desk. */
function leagueValue(
  made: MadeIndicator,
  year: number,
  value: MadeValue | undefined,
  shown: boolean,
  { reporter, today }: { reporter: string | null; today: Day },
): Partial<Row> {
  const last = year === madeYears.at(-1)
  if (made.code === 'C-SAF-01' && year === 2020)
    return { state: 'absent', absent: 'not-collected', source: null, page: null, steps: ['absent'] }
  if (shown && last && made.code === 'W-HEA-03')
    return { ...value, state: 'reported', reported_by: reporter, on: today, steps: ['report'] }
  if (shown && last && made.code === 'C-EDU-01')
    return {
      state: 'requested',
      source: null,
      page: null,
      due_on: addCalendarDays(today, 20),
      on: today,
      steps: ['request'],
    }
  if (shown && last && made.code === 'W-PAR-05')
    return { state: 'reported', form: 'change', value: 1.4, reported_by: reporter, on: today, steps: ['report'] }
  return { ...value }
}

async function insertDefinitions(tx: Tx, region: OrgCode, list: readonly MadeIndicator[]): Promise<void> {
  const rows = list.map((made, i) => ({
    id: madeId('other', firstId - 1_000 + i),
    code: made.code,
    outline: made.outline,
    domain: made.domain,
    name: made.name,
    name_en: made.nameEn,
    unit: made.unit,
    decimals: made.decimals,
    direction: made.direction,
    numerator: made.parts?.numerator ?? '',
    denominator: made.parts?.denominator ?? '',
    department: made.department,
    level: made.level,
    base_year: made.baseYear,
    targets: made.targets,
  }))
  await tx.change(sql`
    INSERT INTO indicators (area, id, org, code, version, outline, domain, name, name_en, unit, decimals, direction, numerator,
                            denominator, department, level, base_year, targets, by_name, demo)
    SELECT ${areaOf(region)}, r.id, ${region}, r.code, 1, r.outline, r.domain, r.name, r.name_en, r.unit, r.decimals, r.direction,
      r.numerator, r.denominator, r.department, r.level, r.base_year, r.targets, '演示', true
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, code text, outline text, domain text, name text,
      name_en text, unit text, decimals smallint, direction text, numerator text, denominator text, department text, level text,
      base_year smallint, targets jsonb)`)
}

async function insertValues(tx: Tx, rows: readonly Row[]): Promise<void> {
  const given = JSON.stringify(rows)
  await tx.change(sql`
    INSERT INTO indicator_values (area, id, org, indicator, definition, year, version, state, form, value, numerator, denominator,
      base_term, base_value, source, page, absent, reason, due_on, reported_by, reported_at, at, demo)
    SELECT r.area, r.id, r.org, r.indicator, 1, r.year, r.version, r.state, r.form, r.value, r.numerator, r.denominator, r.base_term,
      r.base_value, r.source, r.page, r.absent, r.reason, r.due_on, r.reported_by, CASE WHEN r.state <> 'requested' THEN r.on END,
      r.on, true
    FROM jsonb_to_recordset(${given}::jsonb) AS r (id uuid, area integer, org bigint, indicator text, year smallint, version smallint,
      state text, form text, value numeric, numerator numeric, denominator numeric, base_term text, base_value numeric, source text,
      page text, absent text, reason text, due_on date, reported_by uuid, "on" date)`)
  await tx.change(sql`
    INSERT INTO indicator_steps (area, id, org, value, step, told, by_account, by_name, at)
    SELECT r.area, gen_random_uuid(), r.org, r.id, s.step, r.value, CASE WHEN s.no = 1 THEN r.reported_by END, '演示', r.on + (s.no - 1) * interval '3 days'
    FROM jsonb_to_recordset(${given}::jsonb) AS r (id uuid, area integer, org bigint, value numeric, reported_by uuid, "on" date, steps text[])
    CROSS JOIN LATERAL unnest(r.steps) WITH ORDINALITY AS s (step, no)`)
}
