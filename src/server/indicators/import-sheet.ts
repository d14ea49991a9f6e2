import { sql } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { IndicatorImport, IndicatorShape } from '../../core/api/indicators.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import type { Upload } from '../http/upload.ts'
import { type AreaBook, areaOfRow, loadAreas } from './area-book.ts'
import { mayReport, selectDefinitions } from './definition-rows.ts'
import { markedSheet } from './marked-sheet.ts'
import { type Heading, type Part, type ReadSheet, readSheet, type SheetCell } from './read-sheet.ts'
import { checkedValue, isCollected, type Report, writeReport } from './report-value.ts'
import { sheetWords } from './sheet-words.ts'
import { selectValues, type ValueRow } from './value-rows.ts'

const formShape = z.object({
  source: z.string().trim().min(2).max(120),
  page: z.string().trim().max(40).default(''),
  indicator: z.string().trim().max(20).default(''),
  year: z.union([z.literal(''), z.string().regex(/^\d{4}$/)]).default(''),
  reason: z.string().trim().max(200).default(''),
  dryRun: z.enum(['true', 'false']).default('true'),
})

type Words = (typeof sheetWords)[Actor['language']]

/** One value a sheet tells, with the cells it stands in. */
interface Told {
  readonly definition: IndicatorShape
  readonly org: OrgCode
  readonly orgName: string
  readonly year: number
  readonly parts: Map<Part, { readonly number: number; readonly cell: SheetCell }>
}

interface Problem {
  readonly cell: SheetCell
  readonly text: string
}

/**
 * Takes over a yearbook-like sheet. A dry run tells what would be taken; with a fault in any cell nothing is, and the sheet
 * comes back with its faults written beside the rows. Sent again, what is held already is left. Refuses 'not-allowed',
 * 'input-invalid', and what readSheet does.
 */
export async function importSheet(tx: Tx, actor: Actor, { bytes, fields }: Upload): Promise<IndicatorImport> {
  if (!mayReport(actor)) throw new Refusal('not-allowed')
  const form = formShape.safeParse(fields)
  if (!form.success) {
    const field = form.error.issues[0]?.path.join('.') || 'body'
    throw new Refusal('input-invalid', { field, values: { what: field } })
  }
  const sheet = await readSheet(bytes)
  const reading = await Reading.of(tx, actor, sheet, form.data)
  const { told, problems } = reading
  const newest = await newestOf(tx, actor, told)
  const fresh: { report: Report; definition: IndicatorShape; newest: ValueRow | undefined }[] = []
  let held = 0
  for (const one of told) {
    const report = reportOf(one, form.data)
    const before = newest.get(`${one.definition.code} ${one.org} ${one.year}`)
    const fault = faultOf(actor, one, report, before)
    if (fault !== undefined) problems.push({ cell: firstCell(one), text: fault })
    else if (before && saysSame(before, report)) held++
    else
      fresh.push({
        report: { ...report, value: checkedValue(one.definition, report) },
        definition: one.definition,
        newest: before,
      })
  }
  const dryRun = form.data.dryRun === 'true'
  if (!dryRun && problems.length === 0)
    for (const { report, definition, newest: before } of fresh) await writeReport(tx, actor, definition, report, before)
  problems.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)
  return {
    dryRun,
    cells: sheet.areas.reduce((sum, area) => sum + area.cells.length, 0),
    fresh: fresh.length,
    held,
    problems: problems.slice(0, 100).map(({ cell, text }) => ({ cell: cell.at, text })),
    wrong: problems.length,
    marked: problems.length > 0 ? (await markedSheet(sheet, problems)).toString('base64') : null,
  }
}

const firstCell = ({ parts }: Told): SheetCell => {
  const [first] = [...parts.values()]
  if (!first) throw new Error('a value without a cell')
  return first.cell
}

const reportOf = ({ definition, org, year, parts }: Told, form: z.infer<typeof formShape>): Report => ({
  id: v7(),
  indicator: definition.code,
  org,
  year,
  form: 'level',
  value: parts.get('value')?.number ?? null,
  numerator: parts.get('numerator')?.number ?? null,
  denominator: parts.get('denominator')?.number ?? null,
  baseTerm: null,
  baseValue: null,
  source: form.source,
  page: form.page,
  absent: null,
  note: null,
  reason: form.reason || null,
})

/** What is wrong with a value, in words; undefined when it can be taken. */
function faultOf(actor: Actor, told: Told, report: Report, before: ValueRow | undefined): string | undefined {
  const { definition, org, orgName, year } = told
  const text = (code: Refusal['code'], values: Record<string, string | number> = {}) =>
    refusalText(code, actor.language, values)
  if (!isCollected(definition, org)) return text('indicator-not-collected', { org: orgName })
  if (year > Number(todayInShanghai(new Date()).slice(0, 4))) return text('date-future', { label: String(year) })
  try {
    checkedValue(definition, report)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return text(error.code, error.detail.values)
  }
  if (before && saysSame(before, report)) return undefined
  if (before?.state === 'checked') return text('indicator-checked')
  if (before?.state === 'published' && !report.reason) return sheetWords[actor.language].published(Number(before.value))
  return undefined
}

/** Whether an area's year is told already as the sheet has it; parts the sheet leaves out are not taken back. */
function saysSame(before: ValueRow, report: Report): boolean {
  if (before.value === null || before.form !== 'level') return false
  const same = (held: string | null, said: number | null) => said === null || (held !== null && Number(held) === said)
  const value = report.value ?? (report.numerator === null ? null : undefined)
  return (
    (value === undefined || same(before.value, value)) &&
    same(before.numerator, report.numerator) &&
    same(before.denominator, report.denominator)
  )
}

async function newestOf(tx: Tx, actor: Actor, told: readonly Told[]): Promise<Map<string, ValueRow>> {
  const codes = [...new Set(told.map(({ definition }) => definition.code))]
  const orgs = [...new Set(told.map(({ org }) => org))]
  const years = [...new Set(told.map(({ year }) => year))]
  const rows = await selectValues(tx, actor, {
    condition: sql`v.indicator = ANY(${codes}::text[]) AND v.org = ANY(${orgs}::bigint[]) AND v.year = ANY(${years}::integer[])`,
    order: sql`v.version`,
    limit: 50_000,
  })
  return new Map(rows.map((row) => [`${row.indicator} ${row.org} ${row.year}`, row]))
}

/** The values of a sheet, and the cells nobody can read. */
class Reading {
  readonly problems: Problem[] = []
  readonly #told = new Map<string, Told>()
  readonly #definitions: readonly IndicatorShape[]
  readonly #indicator: string
  readonly #t: Words
  readonly #year: number | undefined

  static async of(tx: Tx, actor: Actor, sheet: ReadSheet, form: z.infer<typeof formShape>): Promise<Reading> {
    const definitions = await selectDefinitions(tx, actor, sql`true`)
    const reading = new Reading(sheet, definitions, form, sheetWords[actor.language])
    const areas = await loadAreas(tx, actor)
    for (const area of sheet.areas) reading.#read(area, areas)
    return reading
  }

  private constructor(
    sheet: ReadSheet,
    definitions: readonly IndicatorShape[],
    form: z.infer<typeof formShape>,
    t: Words,
  ) {
    this.#t = t
    this.#definitions = definitions
    this.#indicator = form.indicator || (sheet.indicator ?? '')
    this.#year = form.year ? Number(form.year) : sheet.year
  }

  get told(): Told[] {
    return [...this.#told.values()]
  }

  #read(area: ReadSheet['areas'][number], areas: AreaBook): void {
    const found = areaOfRow(areas, area)
    if ('problem' in found) {
      const cell = area.name ?? area.code ?? area.cells[0]?.cell
      if (cell) this.problems.push({ cell, text: found.problem })
      return
    }
    for (const { heading, cell } of area.cells) {
      const problem = this.#take(found, heading, cell)
      if (problem) this.problems.push({ cell, text: problem })
    }
  }

  #take(org: { code: OrgCode; name: string }, heading: Heading, cell: SheetCell): string | undefined {
    const number = numberIn(cell, this.#t)
    if (number === undefined) return undefined
    if (typeof number === 'string') return number
    const words = heading.kind === 'year' ? this.#indicator : heading.words
    const year = heading.kind === 'year' ? heading.year : this.#year
    const definition = this.#find(words)
    if (!definition) return words ? this.#t.noIndicator(words.slice(0, 40)) : this.#t.whichIndicator
    if (year === undefined || year < 1990 || year > 2100) return this.#t.whichYear
    const key = `${definition.code} ${org.code} ${year}`
    const told = this.#told.get(key) ?? { definition, org: org.code, orgName: org.name, year, parts: new Map() }
    const before = told.parts.get(heading.part)
    if (before) return this.#t.twice(before.cell.at)
    told.parts.set(heading.part, { number, cell })
    this.#told.set(key, told)
    return undefined
  }

  /** By code at the beginning, or by the whole name; a unit in brackets after it is left out. */
  #find(words: string): IndicatorShape | undefined {
    const plain = words.replace(/[（(][^（）()]*[）)]\s*$/, '').trim()
    const [first = ''] = plain.split(/\s/)
    return this.#definitions.find(({ code, name }) => code === first.toUpperCase() || name === plain || name === words)
  }
}

const nothing = /^(-+|—+|–|…+|\.{2,}|\/|无|N\/A)$/i

/** The cell's number; undefined where it says that there is none; or what is wrong with it. */
function numberIn({ cell, text }: SheetCell, t: Words): number | undefined | string {
  if (cell.kind === 'formula') return t.formula
  if (cell.kind === 'error') return t.errorValue
  if (cell.kind === 'number') return cell.number
  const plain = text.normalize('NFKC').replace(/[,\s%‰岁]/g, '')
  if (plain === '' || nothing.test(text.trim())) return undefined
  const number = Number(plain)
  return Number.isFinite(number) && Math.abs(number) < 1e12 ? number : t.noNumber(text.slice(0, 20))
}
