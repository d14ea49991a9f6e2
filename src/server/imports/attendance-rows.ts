import type { Programme } from '../../core/programme.ts'
import { Refusal, refusalText } from '../../core/refusal.ts'
import { attend } from '../records/attend.ts'
import type { Desk } from '../records/desk.ts'
import { loadFacts } from '../records/facts.ts'
import { guardOf } from '../records/guards.ts'
import { getRecord, type RecordRow } from '../records/record-row.ts'
import { addFreshPeople } from './add-fresh-people.ts'
import { attendanceColumns } from './columns.ts'
import type { ReadRow } from './read-row.ts'
import { namedAt } from './record-rows.ts'
import { noteRefusal } from './refuse-guarded.ts'
import { type Resolved, resolvePeople } from './resolve-people.ts'
import { rowId } from './row-id.ts'
import type { RowTaker } from './row-taker.ts'

interface Coming {
  readonly row: ReadRow
  readonly found: Exclude<Resolved, { kind: 'problem' }>
  readonly minutes: number | undefined
}

/** Takes rows of an attendance list: the people at one activity, put on its list as by hand; nobody is counted twice. */
export function attendanceTaker(programme: Programme, record: string, importId: string): RowTaker {
  return {
    columns: () => attendanceColumns,
    take: async (desk, rows, dryRun) => {
      const activity = await getRecord(desk.tx, programme, record)
      const named = rows
        .filter((row) => row.problems.length === 0)
        .flatMap((row) => namedAt(importId, row, 'person', 'person.'))
      const resolved = await resolvePeople(desk, activity.org, named)
      const coming: Coming[] = []
      for (const row of rows) {
        const found = resolved.get(`${row.number}/person`)
        const minutes = row.values.get('minutes')
        if (typeof minutes === 'number' && (minutes < 0 || minutes > 720))
          row.problems.push('“时长（分钟）”应在 0 到 720 之间')
        if (found?.kind === 'problem') row.problems.push(found.problem)
        if (found?.kind === 'new' && found.similar && !row.confirmed)
          row.problems.push('疑似重复：已有姓名、出生日期相近的人，请先核对是不是同一个人')
        if (!found || found.kind === 'problem' || row.problems.length > 0) continue
        coming.push({ row, found, minutes: typeof minutes === 'number' ? minutes : undefined })
      }
      await refuseGuarded(desk, programme, activity, coming)
      const good = coming.filter(({ row }) => row.problems.length === 0)
      if (dryRun || good.length === 0) return
      const people = new Map<string, number | undefined>()
      for (const { found, minutes } of good) people.set(found.id, minutes ?? people.get(found.id))
      await addFreshPeople(
        desk,
        good.flatMap(({ found }) => (found.kind === 'new' ? found.person : [])),
      )
      try {
        // One action per chunk; its id comes from the chunk's first row, so a second run of the import changes nothing.
        await attend(desk, programme, record, {
          actionId: rowId(importId, rows[0]?.number ?? 0, 'attend'),
          people: [...people].map(([person, minutes]) => ({ person, minutes })),
          remove: [],
        })
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'not-found') throw error
        const why = refusalText(error.code, 'zh', error.detail.values)
        for (const row of rows) if (row.problems.length === 0) row.problems.push(why)
      }
    },
  }
}

/** Whom a guard keeps off the list: said of her own row, before the others are put on it. */
async function refuseGuarded(
  desk: Desk,
  programme: Programme,
  activity: RecordRow,
  coming: readonly Coming[],
): Promise<void> {
  const look = guardOf(programme.id)?.list
  if (!look || coming.length === 0) return
  const { facts } = await loadFacts(desk.tx, desk.house.secrets.dataKey, programme, activity, desk.today)
  const held = new Set(facts.attendance.map(({ person }) => person))
  const fresh = new Set(coming.map(({ found }) => found.id).filter((id) => !held.has(id)))
  const judge = await look(desk, { id: activity.id, facts }, [...fresh])
  for (const { row, found, minutes } of coming) noteRefusal(row, () => judge(found.id, minutes ?? null))
}
