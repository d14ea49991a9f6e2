import { PassThrough } from 'node:stream'
import { sql } from 'kysely'
import type { QueryOf } from '../../core/api/contract.ts'
import type { exportIndicators, IndicatorShape, IndicatorValueShape } from '../../core/api/indicators.ts'
import { indicatorUnits } from '../../core/indicators/indicator.ts'
import { divisionOf } from '../../core/org-code.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { safeText } from '../excel/safe-text.ts'
import { SheetWriter } from '../excel/write-sheets.ts'
import { getDefinitions, selectDefinitions } from './definition-rows.ts'
import { areaFor, areasBelow, publishedIn } from './indicator-pages.ts'

const words = {
  zh: {
    area: '地区',
    code: '编码',
    numerator: '分子',
    denominator: '分母',
    indicator: '指标：',
    year: '年份：',
    grade: '证据等级 D：各部门提供，不是从妇联的工作记录数出来的；改了可以再导入。',
    name: '两纲监测指标',
  },
  en: {
    area: 'Area',
    code: 'Code',
    numerator: ' numerator',
    denominator: ' denominator',
    indicator: 'Indicator: ',
    year: 'Year: ',
    grade: 'Grade D: told by other departments, not counted from records. It can be filled in and imported again.',
    name: 'indicators',
  },
} as const

interface Group {
  readonly head: string
  readonly parts: boolean
  readonly value: (org: number) => IndicatorValueShape | undefined
}

const hasParts = ({ unit }: IndicatorShape) => indicatorUnits[unit].multiplier !== null

/** The published values of an area and those below it as a table that can be imported again. Refuses 'not-found', 'input-invalid'. */
export async function sheetOf(
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof exportIndicators>,
  language: Language,
): Promise<{ name: string; file: PassThrough }> {
  const t = words[language]
  const org = await areaFor(tx, actor, query.org)
  const byYears = query.layout === 'years'
  if (byYears && !query.indicator)
    throw new Refusal('input-invalid', { field: 'indicator', values: { what: 'indicator' } })
  if (!byYears && !query.year) throw new Refusal('input-invalid', { field: 'year', values: { what: 'year' } })
  const definitions = byYears
    ? [(await getDefinitions(tx, actor, query.indicator ?? ''))[0]]
    : await selectDefinitions(
        tx,
        actor,
        sql`${query.outline ?? null}::text IS NULL OR outline = ${query.outline ?? null}`,
      )
  const areas = [org, ...(await areasBelow(tx, org.code, 'banner'))]
  const values = await publishedIn(tx, actor, {
    codes: definitions.map(({ code }) => code),
    orgs: areas.map(({ code }) => code),
  })
  const [only] = definitions
  const years =
    byYears && only
      ? yearsOf(
          areas.flatMap(({ code }) => values(only.code, code)),
          only.baseYear,
        )
      : []
  const groups: Group[] = byYears
    ? years.map((year) => ({
        head: String(year),
        parts: only !== undefined && hasParts(only),
        value: (code) => values(only?.code ?? '', code).find((v) => v.year === year),
      }))
    : definitions.map((definition) => ({
        head: `${definition.code} ${definition.name}`,
        parts: hasParts(definition),
        value: (code) => values(definition.code, code).find((v) => v.year === query.year),
      }))
  const about = byYears
    ? `${t.indicator}${only?.code} ${only?.name}（${only?.unitLabel[language]}）${only?.caution?.[language] ?? ''}`
    : `${t.year}${query.year}`
  return {
    name: `${t.name}-${byYears ? query.indicator : query.year}.xlsx`,
    file: write(
      [about, t.grade],
      [t.code, t.area, ...headers(groups, t)],
      areas.map((area) => [
        String(divisionOf(area.code)),
        area.name,
        ...groups.flatMap(({ value, parts }) => cellsOf(value(area.code), parts)),
      ]),
    ),
  }
}

const yearsOf = (values: readonly IndicatorValueShape[], baseYear: number) => {
  const years = [baseYear, ...values.map(({ year }) => year)]
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) + 1 - first + 1 }, (_, i) => first + i)
}

const headers = (groups: readonly Group[], t: (typeof words)[Language]) =>
  groups.flatMap(({ head, parts }) => [head, ...(parts ? [`${head}${t.numerator}`, `${head}${t.denominator}`] : [])])

function cellsOf(value: IndicatorValueShape | undefined, parts: boolean): (string | number | null)[] {
  const said = value?.state === 'absent' ? '—' : value?.form === 'level' ? value.value : null
  return [said ?? null, ...(parts ? [value?.numerator ?? null, value?.denominator ?? null] : [])]
}

function write(
  above: readonly string[],
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
) {
  const stream = new PassThrough()
  const fill = async () => {
    const writer = new SheetWriter(stream)
    const widths = header.map((text, i) => ({ width: i === 0 ? 16 : Math.min(30, text.length * 2 + 4) }))
    const sheet = writer.plainSheet('指标', widths, above.length + 1)
    for (const line of above) sheet.addRow([safeText(line)]).commit()
    const head = sheet.addRow(header.map(safeText))
    head.font = { bold: true }
    head.commit()
    for (const row of rows) await writer.row(sheet, row)
    sheet.commit()
    await writer.end()
  }
  fill().catch((error: Error) => stream.destroy(error))
  return stream
}
