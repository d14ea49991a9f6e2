import type { ResponseOf } from '../../core/api/contract.ts'
import type { getRecord as contract } from '../../core/api/records.ts'
import { isSealedClass } from '../../core/field.ts'
import { mayEdit } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { findProgramme } from '../../registry.ts'
import { arisenOf } from './arisen.ts'
import { attachmentsOf } from './attachments-of.ts'
import type { Desk } from './desk.ts'
import { loadRecord } from './facts.ts'
import { handlerRequests } from './handler-requests.ts'
import { linkedRecords } from './linked-records.ts'
import { personsIn } from './links.ts'
import { orgsNamed, orgsOf } from './orgs-named.ts'
import { maskedNames } from './persons.ts'
import { programmeAsData } from './programme-shape.ts'
import { logRead, recentReads } from './read-log.ts'
import { receivedView } from './received-view.ts'
import { getRecord } from './record-row.ts'
import { whoSees } from './seen-by.ts'
import {
  handles,
  judges,
  mayAttach,
  mayAttend,
  mayNameHandlers,
  onlyReceives,
  sharesFiles,
  shownTitle,
  standingOf,
} from './standing.ts'
import { shownAnswers, timelineOf } from './timeline.ts'
import { abilitiesAsData, checkState, clocksAsData, headOf } from './view-parts.ts'
import { withheld } from './withheld.ts'

export type RecordView = ResponseOf<typeof contract>

/**
 * A record as this reader may see it, with what she may do next. P3 and P4 are masked, persons show one character. A sealed
 * record read under break-glass leaves its trace in this transaction. About nine statements in
 * two turns, however long its history.
 */
export async function viewRecord(desk: Desk, programme: Programme, id: string): Promise<RecordView> {
  const { tx, actor, house, today } = desk
  const asked = { id, row: getRecord(tx, programme, id) }
  const [{ row, facts, history }, arisen, attachments] = await Promise.all([
    loadRecord(tx, house.secrets.dataKey, programme, asked, today),
    arisenOf(tx, id),
    attachmentsOf(tx, actor, id),
  ])
  const who = standingOf(actor, row, history)
  const shown = withheld(programme, row, history, actor.account)
  if (onlyReceives(programme, who))
    return receivedView(desk, programme, shown.row, { facts, history: shown.history }, who)
  const handled = handles(programme, who)
  if (row.sealed && !handled) await logRead(desk, row, ['*'], 'break-glass')
  const people = personsIn(programme.fields, openPart(programme, shown.row.answers))
  const [names, linked, orgs, seenBy, waiting, viewed] = await Promise.all([
    maskedNames(tx, row.person ? [...people, row.person] : people),
    linkedRecords(desk, programme, shown.row.answers),
    orgsNamed(tx, orgsOf(programme, shown.row.answers, shown.history)),
    whoSees(tx, programme, row),
    handlerRequests(desk, programme, row, who),
    recentReads(desk, row),
  ])
  return {
    ...headOf(programme, row),
    madeUnder: madeUnder(programme, actor),
    title: shownTitle(programme, row.title, handled, actor.language),
    brand: row.brand && row.brand_name ? { id: row.brand, name: row.brand_name } : null,
    received: false,
    ...shownAnswers(programme.fields, shown.row.answers, handled),
    persons: [...new Set(row.person ? [...people, row.person] : people)].map((person) => ({
      id: person,
      name: names.get(person) ?? null,
    })),
    linked,
    orgs,
    arisen,
    heads: row.heads.map((h) => ({ ...h })),
    attendance: attendanceOf(programme, facts),
    abilities: {
      actions: abilitiesAsData(programme, facts, who),
      edit: mayEdit(programme, facts, who),
      attend: mayAttend(programme, facts, who),
      attach: mayAttach(programme, who),
      share: sharesFiles(programme, row),
      open: handled || row.sealed || judges(programme, facts, who),
      handlers: mayNameHandlers(programme, who),
    },
    clocks: clocksAsData(programme, facts),
    checks: Object.entries(programme.checks).map(([check, said]) => checkState(programme, check, said.met(facts))),
    history: timelineOf(programme, shown.history, handled),
    attachments,
    seenBy,
    handlerRequests: waiting,
    viewed,
  }
}

/** The page draws a record by the newest version, unless it is told which one it was made under. */
const madeUnder = (programme: Programme, actor: Desk['actor']): RecordView['madeUnder'] =>
  programme.local && findProgramme(programme.id)?.version !== programme.version
    ? programmeAsData(programme, actor)
    : null

/** Answers that are not sealed: whom they name may be listed, masked. */
const openPart = (programme: Programme, answers: Facts['answers']) =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !isSealedClass(programme.fields[key]?.class ?? 'P0')))

function attendanceOf(programme: Programme, facts: Facts): RecordView['attendance'] {
  if (programme.kind !== 'activity') return null
  return {
    people: facts.attendance.length,
    minutes: facts.attendance.reduce((sum, a) => sum + (a.minutes ?? 0), 0),
    heads: facts.heads.reduce((sum, h) => sum + h.count, 0),
  }
}
