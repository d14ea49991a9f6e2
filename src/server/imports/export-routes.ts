import { v7 } from 'uuid'
import { exportExchange, exportHandover, exportPeople, exportRecords } from '../../core/api/imports.ts'
import { areaOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import { matchmakers } from '../../programmes/matchmaking/words.ts'
import { exchangeSheets } from '../../programmes/volunteers/exchange.ts'
import { keepers } from '../../programmes/volunteers/services.ts'
import { sendBook } from '../excel/send-book.ts'
import { postRoute, type Route } from '../http/route.ts'
import { readHandover, writeHandover } from '../matchmaking/write-handover.ts'
import { type Desk, deskOf, programmeFor } from '../records/desk.ts'
import { whereOf } from '../records/list.ts'
import { writeRead } from '../traces/write-read.ts'
import { writeExchange } from '../volunteers/export-exchange.ts'
import { writePeople } from './export-people.ts'
import { writeRecords } from './export-records.ts'
import { mayKeepPeople } from './sheet-kind.ts'

/** That somebody took a list away is a reading like any other: what, how filtered, of which organisation. */
async function logExport({ tx, actor }: Desk, org: OrgCode, what: string, filters: readonly string[]): Promise<void> {
  await writeRead(tx, actor, {
    area: areaOf(org),
    subject: 'export',
    id: v7(),
    org,
    fields: [what, ...filters],
    purpose: '导出',
  })
}

const records = postRoute(
  exportRecords,
  async (context) => {
    const { actor, params, query, reply } = context
    const desk = deskOf(context)
    const programme = programmeFor(actor, params.programme)
    const org = query.org ?? actor.org
    // Refused before the first byte, not in the middle of a file.
    whereOf(desk, programme, query)
    // Filters by name only: what was searched for may be a person.
    await logExport(
      desk,
      org,
      programme.id,
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [key])),
    )
    return sendBook(reply, `${programme.label[actor.language]}-${desk.today}.xlsx`, (book) =>
      writeRecords(desk, programme, query, book),
    )
  },
  { repeatable: true },
)

const people = postRoute(
  exportPeople,
  async (context) => {
    const { actor, query, reply } = context
    if (!mayKeepPeople(actor)) throw new Refusal('not-allowed')
    const desk = deskOf(context)
    const org = query.org ?? actor.org
    if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
    await logExport(desk, org, 'people', [])
    return sendBook(reply, `人员-${desk.today}.xlsx`, (book) => writePeople(desk, org, book))
  },
  { repeatable: true },
)

const exchange = postRoute(
  exportExchange,
  async (context) => {
    const { actor, params, query, reply } = context
    // What goes to the designated system is sent by who keeps the volunteers.
    if (!keepers.some((role) => role === actor.role)) throw new Refusal('not-allowed')
    const desk = deskOf(context)
    const org = query.org ?? actor.org
    if (!isWithin(org, actor.org)) throw new Refusal('out-of-scope', { field: 'org' })
    await logExport(desk, org, `mzt061-${params.what}`, [])
    return sendBook(reply, `${exchangeSheets[params.what].name}-${desk.today}.xlsx`, (book) =>
      writeExchange(desk, params.what, org, book),
    )
  },
  { repeatable: true },
)

const handover = postRoute(
  exportHandover,
  async (context) => {
    const { actor, reply } = context
    if (!matchmakers.some((role) => role === actor.role)) throw new Refusal('not-allowed')
    const desk = deskOf(context)
    const profiles = await readHandover(desk)
    await logExport(desk, actor.org, 'profile-handover', [])
    return sendBook(reply, `交平台清单-${desk.today}.xlsx`, (book) => writeHandover(profiles, book))
  },
  { repeatable: true },
)

export const exportRoutes: readonly Route[] = [records, people, exchange, handover]
