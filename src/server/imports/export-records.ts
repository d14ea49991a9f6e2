import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '../../core/api/contract.ts'
import type { exportRecords } from '../../core/api/imports.ts'
import type { Day } from '../../core/day.ts'
import { type Field, isSealedClass } from '../../core/field.ts'
import { maskName } from '../../core/mask.ts'
import type { Heads, Programme } from '../../core/programme.ts'
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
  const fields = openFields(programme)
  const activity = programme.kind === 'activity'
  const columns: SheetColumn[] = [
    ...(programme.series ? [{ header: '编号' }] : []),
    { header: '组织', width: 24 },
    { header: '状态' },
    ...fields.map(([, f]) => ({ header: f.kind === 'money' ? `${f.label.zh}（元）` : f.label.zh })),
    ...(activity ? [{ header: '签到人数' }, { header: '清点估计人数' }] : []),
  ]
  const sheet = book.sheet(programme.label.zh, columns)
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
        programme.states[row.state]?.zh ?? row.state,
        ...fields.map(([key, f]) => shown(f, row.answers[key], names, titles)),
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
  { tx }: Desk,
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
  const found = await tx.rows<{ id: string; title: string }>(
    sql`SELECT id, title FROM records WHERE id = ANY(${ids}::uuid[])`,
  )
  return new Map(found.map((row) => [row.id, row.title]))
}

const beyond = '（不在权限内）'

function shown(
  f: Field,
  value: unknown,
  names: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
): CellValue {
  if (value === undefined || value === null || isSealedAnswer(value)) return null
  switch (f.kind) {
    case 'integer':
      return Number(value)
    case 'money':
      return Number(value) / 100
    case 'yes-no':
      return value === true ? '是' : '否'
    case 'choice':
      return f.options[String(value)]?.zh ?? String(value)
    case 'choices':
      return (value as string[]).map((v) => f.options[v]?.zh ?? v).join('、')
    case 'person':
      return names.get(String(value)) ?? beyond
    case 'people':
      return (value as { person: string; role: string }[])
        .map((p) => `${f.roles[p.role]?.zh ?? p.role} ${names.get(p.person) ?? beyond}`)
        .join('、')
    case 'record':
      return titles.get(String(value)) ?? beyond
    // A personal text may be a name (the host, how a volunteer is called): one letter of it is enough for a list.
    case 'text':
      return f.class === 'P2' ? maskName(String(value)) : String(value)
    default:
      return f.class === 'P2' ? null : String(value)
  }
}
