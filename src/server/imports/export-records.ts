import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '../../core/api/contract.ts'
import type { exportRecords } from '../../core/api/imports.ts'
import type { Day } from '../../core/day.ts'
import { type Field, isSealedClass } from '../../core/field.ts'
import { maskName } from '../../core/mask.ts'
import type { Heads, Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import type { Language } from '../../core/refusal.ts'
import { findProgramme } from '../../registry.ts'
import type { CellValue, SheetColumn, SheetWriter } from '../excel/write-sheets.ts'
import type { Desk } from '../records/desk.ts'
import { personsIn } from '../records/links.ts'
import { whereOf } from '../records/list.ts'
import { maskedNames } from '../records/persons.ts'
import { tableOf } from '../records/record-row.ts'
import { isSealedAnswer } from '../records/sealing.ts'

interface Row {
  id: string
  number: string | null
  state: string
  on_date: Day
  org_name: string
  answers: Record<string, unknown>
  heads: readonly Heads[]
  attended: number | null
}

const batchRows = 1000

const words = {
  zh: {
    number: '编号',
    org: '组织',
    state: '状态',
    yuan: '（元）',
    signed: '签到人数',
    counted: '清点估计人数',
    yes: '是',
    no: '否',
    and: '、',
    beyond: '（不在权限内）',
  },
  en: {
    number: 'Number',
    org: 'Organisation',
    state: 'State',
    yuan: ' (yuan)',
    signed: 'Signed in',
    counted: 'Counted or estimated',
    yes: 'Yes',
    no: 'No',
    and: ', ',
    beyond: '(not yours to open)',
  },
} as const

/** Fields an export may show: P0 to P2. What is P3 or P4 leaves the house only one by one, with a purpose. */
const openFields = (programme: Programme): [string, Field][] =>
  Object.entries(programme.fields).filter(
    ([, f]) => !isSealedClass(f.class) && f.kind !== 'list' && f.kind !== 'screening',
  )

/**
 * Writes a programme's records, newest first, into a workbook: the filters and rights of the list, people masked, sealed
 * answers left out. Batches of 1,000 by keyset in the transaction's one snapshot; gives how many rows.
 */
export async function writeRecords(
  desk: Desk,
  programme: Programme,
  asked: QueryOf<typeof exportRecords>,
  book: SheetWriter,
): Promise<number> {
  const { language } = desk.actor
  const t = words[language]
  const fields = openFields(programme)
  const activity = programme.kind === 'activity'
  const columns: SheetColumn[] = [
    ...(programme.series ? [{ header: t.number }] : []),
    { header: t.org, width: 24 },
    { header: t.state },
    ...fields.map(([, f]) => ({ header: f.kind === 'money' ? `${f.label[language]}${t.yuan}` : f.label[language] })),
    ...(activity ? [{ header: t.signed }, { header: t.counted }] : []),
  ]
  const sheet = book.sheet(programme.label[language], columns)
  const where = whereOf(desk, programme, asked)
  let after: readonly [Day, string] | undefined
  let count = 0
  for (;;) {
    const rows = await desk.tx.rows<Row>(batchQuery(programme, where, after))
    const names = await maskedNames(
      desk.tx,
      rows.flatMap((row) => personsIn(Object.fromEntries(fields), row.answers)),
    )
    const titles = await titlesOf(desk, fields, rows)
    for (const row of rows) {
      await book.row(sheet, [
        ...(programme.series ? [row.number] : []),
        row.org_name,
        programme.states[row.state]?.[language] ?? row.state,
        ...fields.map(([key, f]) => shown(f, row.answers[key], names, titles, language)),
        ...(activity ? [row.attended ?? 0, row.heads.reduce((sum, h) => sum + h.count, 0)] : []),
      ])
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < batchRows) break
    after = [last.on_date, last.id]
  }
  sheet.commit()
  return count
}

const batchQuery = (
  programme: Programme,
  where: RawBuilder<unknown>,
  after: readonly [Day, string] | undefined,
) => sql<Row>`
  SELECT r.id, r.number, r.state, r.on_date, o.name AS org_name, r.answers, r.heads,
         ${programme.kind === 'activity' ? sql`(SELECT count(*)::integer FROM attendances a WHERE a.activity = r.id)` : sql`NULL::integer`} AS attended
  FROM (SELECT * FROM ${tableOf(programme.kind)} r
        WHERE ${where} ${after ? sql`AND (r.on_date, r.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
        ORDER BY r.on_date DESC, r.id DESC LIMIT ${batchRows}) r
  JOIN organisations o ON o.code = r.org
  ORDER BY r.on_date DESC, r.id DESC`

/** Titles of the records these name, where this actor sees them. */
async function titlesOf(
  { tx, actor }: Desk,
  fields: readonly [string, Field][],
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const keys = fields.flatMap(([key, f]) => (f.kind === 'record' ? [key] : []))
  const ids = [
    ...new Set(
      rows.flatMap((row) =>
        keys.flatMap((key) => (typeof row.answers[key] === 'string' ? [row.answers[key] as string] : [])),
      ),
    ),
  ]
  if (ids.length === 0) return new Map()
  const found = await tx.rows<{ id: string; programme: string; title: string }>(
    sql`SELECT id, programme, title FROM records WHERE id = ANY(${ids}::uuid[])`,
  )
  return new Map(found.map((row) => [row.id, titleIn(findProgramme(row.programme), row.title, actor.language)]))
}

function shown(
  f: Field,
  value: unknown,
  names: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
  language: Language,
): CellValue {
  const t = words[language]
  if (value === undefined || value === null || isSealedAnswer(value)) return null
  switch (f.kind) {
    case 'integer':
      return Number(value)
    case 'money':
      return Number(value) / 100
    case 'yes-no':
      return value === true ? t.yes : t.no
    case 'choice':
      return f.options[String(value)]?.[language] ?? String(value)
    case 'choices':
      return (value as string[]).map((v) => f.options[v]?.[language] ?? v).join(t.and)
    case 'person':
      return names.get(String(value)) ?? t.beyond
    case 'people':
      return (value as { person: string; role: string }[])
        .map((p) => `${f.roles[p.role]?.[language] ?? p.role} ${names.get(p.person) ?? t.beyond}`)
        .join(t.and)
    case 'record':
      return titles.get(String(value)) ?? t.beyond
    // A personal text may be a name (the host, how a volunteer is called): one letter of it is enough for a list.
    case 'text':
      return f.class === 'P2' ? maskName(String(value)) : String(value)
    default:
      return f.class === 'P2' ? null : String(value)
  }
}
