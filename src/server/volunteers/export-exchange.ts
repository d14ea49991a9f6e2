import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { maskName } from '../../core/mask.ts'
import { divisionOf, type OrgCode, subtreeOf } from '../../core/org-code.ts'
import {
  type ExchangeItem,
  type ExchangeSheet,
  exchangeSheets,
  memberCodes,
  projectCodes,
  serviceCodes,
  sexCodes,
  teamCodes,
} from '../../programmes/volunteers/exchange.ts'
import type { CellValue, SheetWriter } from '../excel/write-sheets.ts'
import type { Desk } from '../records/desk.ts'

interface Hours {
  readonly number: string | null
  readonly name: string | null
  readonly minutes: number
}
interface Row {
  readonly id: string
  readonly org: OrgCode
  readonly org_name: string
  readonly on: Day
  readonly title: string
  readonly number: string | null
  readonly state: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly name: string | null
  readonly gender: keyof typeof sexCodes | null
  readonly born: number | null
  readonly project: string | null
  readonly came: number
  readonly minutes: number
  readonly hours: readonly Hours[] | null
}

const batchRows = 1000
const code = (codes: Readonly<Record<string, string>>, key: unknown): string | null =>
  typeof key === 'string' && Object.hasOwn(codes, key) ? (codes[key] ?? null) : null
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const shownName = (name: string | null) => (name === null ? null : maskName(name))
const division = (org: OrgCode) => String(divisionOf(org))

/** Rows of one sheet in the order of organisations and ids; the columns are those of `exchangeSheets`. */
const cells: Readonly<Record<ExchangeSheet, (row: Row) => readonly (readonly CellValue[])[]>> = {
  volunteers: (r) => [
    [
      text(r.answers.national) ?? r.number,
      shownName(r.name),
      code(sexCodes, r.gender ?? 'unknown'),
      r.born,
      division(r.org),
      r.org_name,
      r.on,
      (Array.isArray(r.answers.services) ? r.answers.services : [])
        .flatMap((s) => code(serviceCodes, s) ?? [])
        .join('、'),
      code(memberCodes, r.state),
    ],
  ],
  teams: (r) => [[r.title, division(r.org), r.org_name, r.on, code(teamCodes, r.state)]],
  projects: (r) => [
    [
      r.number,
      r.title,
      division(r.org),
      r.org_name,
      r.on,
      text(r.answers.endsOn),
      code(serviceCodes, r.answers.kind),
      text(r.answers.served),
      code(projectCodes, r.state),
    ],
  ],
  sessions: (r) => [
    [
      r.id,
      r.project,
      r.title,
      r.on,
      text(r.answers.place),
      division(r.org),
      r.org_name,
      code(serviceCodes, r.answers.kind),
      typeof r.answers.served === 'number' ? r.answers.served : 0,
      r.came,
      r.minutes,
    ],
  ],
  hours: (r) =>
    (r.hours ?? []).map(({ number, name, minutes }) => [
      number,
      shownName(name),
      r.id,
      r.title,
      r.on,
      r.org_name,
      minutes,
    ]),
}

/** The last row of the batch before. */
type After = readonly [org: OrgCode, on: Day, id: string] | undefined

const common = sql`r.id, r.org, o.name AS org_name, r.on_date AS on, r.title, r.number, r.state, r.answers`
const nothing = {
  project: sql`NULL`,
  came: sql`0`,
  minutes: sql`0`,
  hours: sql`NULL`,
  who: sql`NULL AS name, NULL AS gender, NULL::integer AS born`,
}
const person = sql`p.name, p.gender, extract(year FROM p.birth_date)::integer AS born`
const sumOf = (what: RawBuilder<unknown>) =>
  sql`(SELECT coalesce(${what}, 0)::integer FROM attendances WHERE activity = r.id)`
const hoursOf = sql`
  (SELECT jsonb_agg(jsonb_build_object('number', m.number, 'name', p.name, 'minutes', a.minutes) ORDER BY a.id)
   FROM attendances a LEFT JOIN people p ON p.id = a.person
   LEFT JOIN LATERAL (SELECT coalesce(answers ->> 'national', number) AS number FROM members
                      WHERE person = a.person AND programme = 'volunteer' AND state NOT IN ('left', 'erased') LIMIT 1) m ON true
   WHERE a.activity = r.id AND a.minutes > 0)`

interface Source extends Partial<Record<keyof typeof nothing, RawBuilder<unknown>>> {
  readonly from: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
}

/** Of each sheet: where its rows come from. Who has left and what is not published stays here; hours are the confirmed ones. */
const sources: Readonly<Record<ExchangeSheet, Source>> = {
  volunteers: {
    from: sql`members r LEFT JOIN people p ON p.id = r.person`,
    where: sql`r.programme = 'volunteer' AND r.state NOT IN ('left', 'erased')`,
    who: person,
  },
  teams: { from: sql`teams r`, where: sql`r.programme = 'volunteer-team'` },
  projects: { from: sql`listings r`, where: sql`r.programme = 'volunteer-project' AND r.state <> 'draft'` },
  sessions: {
    from: sql`activities r`,
    where: sql`r.programme = 'volunteer-session' AND r.state IN ('done', 'confirmed')`,
    project: sql`(SELECT l.number FROM listings l WHERE l.id = r.parent)`,
    came: sumOf(sql`count(*)`),
    minutes: sql`CASE WHEN r.state = 'confirmed' THEN ${sumOf(sql`sum(minutes)`)} ELSE 0 END`,
  },
  hours: {
    from: sql`activities r`,
    where: sql`r.programme = 'volunteer-session' AND r.state = 'confirmed'`,
    hours: hoursOf,
  },
}

/** A thousand rows in the order of the index on programme, organisation, day and id. */
function batch(what: ExchangeSheet, lo: OrgCode, hi: OrgCode, after: After): RawBuilder<Row> {
  const { from, where, ...own } = sources[what]
  const { who, project, came, minutes, hours } = { ...nothing, ...own }
  const [org, on, id] = after ?? []
  const beyond = after
    ? sql`AND r.org >= ${org} AND (r.org > ${org} OR (r.on_date, r.id) < (${on}::date, ${id}::uuid))`
    : sql``
  return sql<Row>`
    SELECT ${common}, ${who}, ${project} AS project, ${came} AS came, ${minutes} AS minutes, ${hours} AS hours
    FROM ${from} JOIN organisations o ON o.code = r.org
    WHERE ${where} AND r.org BETWEEN ${lo} AND ${hi} ${beyond}
    ORDER BY r.org, r.on_date DESC, r.id DESC LIMIT ${batchRows}`
}

/**
 * Writes one sheet in the data items of MZ/T 061 for a subtree, and beside it 数据项对照: which item is which of our answers, with
 * its codes. Names show their first character, people are told by their volunteer number; gives how many rows.
 */
export async function writeExchange(
  { tx }: Pick<Desk, 'tx'>,
  what: ExchangeSheet,
  org: OrgCode,
  book: SheetWriter,
): Promise<number> {
  const { name, items } = exchangeSheets[what]
  const [lo, hi] = subtreeOf(org)
  const sheet = book.sheet(
    name,
    items.map(({ item }) => ({ header: item, width: 18 })),
  )
  let after: After
  let count = 0
  for (;;) {
    const rows: Row[] = await tx.rows<Row>(batch(what, lo, hi, after))
    for (const values of rows.flatMap(cells[what])) {
      await book.row(sheet, values)
      count++
    }
    const last = rows.at(-1)
    if (!last || rows.length < batchRows) break
    after = [last.org, last.on, last.id]
  }
  sheet.commit()
  await writeItems(items, book)
  return count
}

async function writeItems(items: readonly ExchangeItem[], book: SheetWriter): Promise<void> {
  const sheet = book.sheet('数据项对照', [
    { header: '元素标识（待核，本系统暂用）', width: 22 },
    { header: '数据项（MZ/T 061-2015）', width: 24 },
    { header: '本系统里是', width: 40 },
    { header: '代码', width: 40 },
  ])
  for (const { element, item, ours, codes } of items)
    await book.row(sheet, [
      element,
      item,
      ours,
      Object.entries(codes ?? {})
        .map(([key, words]) => `${key} ${words}`)
        .join('；'),
    ])
  sheet.commit()
}
