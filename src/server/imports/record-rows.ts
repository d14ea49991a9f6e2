import { sql } from 'kysely'
import type { FieldMap } from '../../core/field.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Heads, Programme } from '../../core/programme.ts'
import { refusalText } from '../../core/refusal.ts'
import { pick } from '../records/checked-answers.ts'
import { claimRefusal, claimsHeld } from '../records/claims.ts'
import { createMany } from '../records/create-many.ts'
import type { Desk } from '../records/desk.ts'
import { type Draft, draftRecord } from '../records/new-draft.ts'
import { tableOf } from '../records/record-row.ts'
import { addFreshPeople } from './add-fresh-people.ts'
import { checkAnswers } from './check-answers.ts'
import { countedKey, estimateKey, estimateReasonKey, programmeColumns, stateKey, takesHeads } from './columns.ts'
import { duplicateFinder, naturalKey } from './duplicates.ts'
import { findNamedRecords } from './find-records.ts'
import type { ReadRow } from './read-row.ts'
import { noteRefusal, refuseGuarded } from './refuse-guarded.ts'
import { type FreshPerson, type Named, type Resolved, resolvePeople } from './resolve-people.ts'
import { rowId } from './row-id.ts'
import type { RowTaker } from './row-taker.ts'

interface Work {
  readonly row: ReadRow
  readonly id: string
  answers: Record<string, unknown>
  readonly fresh: FreshPerson[]
  draft?: Draft
}

/** Takes rows of a programme's sheet: each becomes a record, through the same checks and counts as one made by hand. */
export function recordTaker(programme: Programme, org: OrgCode, importId: string, fileName: string): RowTaker {
  // Which row had a key first; a chunk that is tried again meets its own rows here.
  const seen = new Map<string, number>()
  const findDuplicates = duplicateFinder(programme, org)
  const claimed = new Map<string, number>()
  return {
    columns: (role) => programmeColumns(programme, role),
    take: async (desk, rows, dryRun) => {
      const works = rows.map(
        (row): Work => ({ row, id: rowId(importId, row.number, 'record'), answers: {}, fresh: [] }),
      )
      const made = await alreadyMade(desk, programme, works)
      const open = works.filter((w) => !made.has(w.id))
      await fillAnswers(desk, programme, org, importId, open)
      const answers = open.map((w) => w.answers)
      const duplicates = await findDuplicates(desk, answers)
      for (const work of open) {
        checkWork(desk, programme, org, importId, fileName, work)
        if (work.row.problems.length > 0) continue
        const key = naturalKey(programme, work.answers)
        const first = seen.get(key) ?? work.row.number
        seen.set(key, first)
        if (work.row.confirmed) continue
        if (duplicates.has(key)) work.row.problems.push(`疑似重复：系统里${sameWords(programme)}`)
        else if (first !== work.row.number) work.row.problems.push(`疑似重复：与第 ${first} 行相同`)
      }
      await refuseGuarded(desk, programme, org, open)
      await refuseClaimed(desk, programme, open, claimed)
      const good = open.filter((w) => w.row.problems.length === 0)
      if (dryRun || good.length === 0) return
      await addFreshPeople(
        desk,
        good.flatMap((w) => w.fresh),
      )
      await createMany(
        desk,
        programme,
        good.flatMap((w) => w.draft ?? []),
      )
    },
  }
}

/** What only one living record may hold for a person, held already: by a record of the house, or by an earlier row. */
async function refuseClaimed(
  { tx }: Desk,
  programme: Programme,
  works: readonly Work[],
  claimed: Map<string, number>,
): Promise<void> {
  const asked = works
    .filter(({ row }) => row.problems.length === 0)
    .flatMap(({ row, draft }) => (draft?.claims ?? []).map((claim) => ({ row, claim })))
  const held = await claimsHeld(
    tx,
    programme,
    asked.map(({ claim }) => claim),
  )
  asked.forEach(({ row, claim }, at) => {
    const name = `${claim.key} ${claim.person}`
    const first = claimed.get(name) ?? row.number
    claimed.set(name, first)
    if (held.has(at) || first !== row.number)
      row.problems.push(refusalText(claimRefusal([claim]), 'zh').replace(/。$/, ''))
  })
}

const sameWords = (programme: Programme) => (programme.personField ? '她已经登记过' : '已有同一天同名的记录')

/** Rows an earlier, cut-short run has written already. */
async function alreadyMade({ tx }: Desk, programme: Programme, works: readonly Work[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM ${tableOf(programme.kind)} WHERE id = ANY(${works.map((w) => w.id)}::uuid[])`)
  return new Set(rows.map((row) => row.id))
}

/** Cells become answers: names of people and records become ids, the rest is as it was read. */
async function fillAnswers(
  desk: Desk,
  programme: Programme,
  org: OrgCode,
  importId: string,
  works: readonly Work[],
): Promise<void> {
  const people = await resolvePeople(
    desk,
    org,
    works.flatMap((w) => namedIn(programme.fields, importId, w.row)),
  )
  const records = await findNamedRecords(
    desk,
    programme,
    works.map((w) => w.row),
  )
  for (const work of works) {
    const { row } = work
    const personAt = (prefix: string, label: string): string | undefined => {
      const found: Resolved | undefined = people.get(`${row.number}/${prefix}`)
      if (found?.kind === 'problem') row.problems.push(`“${label}”${found.problem}`)
      if (!found || found.kind === 'problem') return undefined
      if (found.kind === 'new') {
        if (found.similar && !row.confirmed)
          row.problems.push(`“${label}”疑似重复：已有姓名、出生日期相近的人，请先核对是不是同一个人`)
        work.fresh.push(found.person)
      }
      return found.id
    }
    for (const [key, field] of Object.entries(programme.fields)) {
      const value = row.values.get(key)
      if (field.kind === 'person') {
        const id = personAt(key, field.label.zh)
        if (id) work.answers[key] = id
      } else if (field.kind === 'people') {
        const list = Object.entries(field.roles).flatMap(([role, { zh }]) => {
          const person = personAt(`${key}.${role}`, zh)
          return person ? [{ person, role }] : []
        })
        if (list.length > 0) work.answers[key] = list
      } else if (
        (field.kind === 'record' || field.kind === 'org' || field.kind === 'fund') &&
        typeof value === 'string'
      ) {
        const found = records.get(key)?.get(value)
        if (found && 'id' in found) work.answers[key] = field.kind === 'org' ? Number(found.id) : found.id
        else row.problems.push(`“${field.label.zh}”${found?.problem ?? '没有找到'}`)
      } else if (value !== undefined) work.answers[key] = value
    }
  }
}

/** The people a row names, each under a slot of its own. A name alone, without its columns, is none. */
function namedIn(fields: FieldMap, importId: string, row: ReadRow): Named[] {
  const prefixes = Object.entries(fields).flatMap(([key, f]) =>
    f.kind === 'person' ? [key] : f.kind === 'people' ? Object.keys(f.roles).map((role) => `${key}.${role}`) : [],
  )
  return prefixes.flatMap((prefix) => namedAt(importId, row, prefix, `${prefix}.`))
}

/** The person of one group of columns, if its name is there. */
export function namedAt(importId: string, row: ReadRow, prefix: string, columns: string): Named[] {
  const text = (part: string) => {
    const value = row.values.get(columns + part)
    return typeof value === 'string' ? value : undefined
  }
  const name = text('name')
  if (!name) return []
  return [
    {
      slot: `${row.number}/${prefix}`,
      newId: rowId(importId, row.number, `person ${prefix}`),
      name,
      document: text('document'),
      phone: text('phone'),
    },
  ]
}

function checkWork(
  desk: Desk,
  programme: Programme,
  org: OrgCode,
  importId: string,
  fileName: string,
  work: Work,
): void {
  const { row } = work
  // What the sheet asked for and got wrong is said already; the schema says the rest.
  if (row.problems.length > 0) return
  const checked = checkAnswers(programme.fields, pick(programme.fields, programme.opens), work.answers, desk.today)
  row.problems.push(...checked.problems)
  if (row.problems.length > 0) return
  work.answers = checked.answers
  const heads = takesHeads(programme) ? headsIn(row, fileName) : []
  const action = row.values.get(stateKey)
  if (row.problems.length > 0) return
  noteRefusal(row, () => {
    work.draft = draftRecord(desk, programme, {
      id: work.id,
      createId: rowId(importId, row.number, 'create'),
      org,
      answers: work.answers,
      heads,
      step:
        typeof action === 'string' && action !== '' ? { id: rowId(importId, row.number, 'step'), action } : undefined,
    })
  })
}

/** Heads of a sheet are taken over from a document (D), or estimated with a reason (C): a sheet shows no sign-in list. */
function headsIn(row: ReadRow, fileName: string): Heads[] {
  const at = (key: string): number => {
    const count = row.values.get(key) ?? 0
    if (typeof count === 'number' && count >= 0 && count <= 100_000) return count
    row.problems.push('人数应在 0 到 100,000 之间')
    return 0
  }
  const [counted, estimated, reason] = [at(countedKey), at(estimateKey), row.values.get(estimateReasonKey)]
  const heads: Heads[] = []
  if (counted > 0) heads.push({ count: counted, grade: 'D', reason: `导入自“${fileName}”`.slice(0, 200) })
  if (estimated > 0 && typeof reason !== 'string') row.problems.push('填了“估计人数”，请写明“估计原因”')
  if (estimated > 0 && typeof reason === 'string')
    heads.push({ count: estimated, grade: 'C', reason: reason.slice(0, 200) })
  return heads
}
