import type { ResponseOf } from '../../core/api/contract.ts'
import type { getRecord as contract } from '../../core/api/records.ts'
import { clocksOf } from '../../core/clock.ts'
import { calendarDaysBetween } from '../../core/day.ts'
import { isSealedClass } from '../../core/field.ts'
import { abilitiesOf, mayEdit } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { attachmentsOf } from './attachments-of.ts'
import type { Desk } from './desk.ts'
import { loadFacts } from './facts.ts'
import { linkedRecords } from './linked-records.ts'
import { personsIn } from './links.ts'
import { maskedNames } from './persons.ts'
import { actionAsData } from './programme-shape.ts'
import { logRead, recentReads } from './read-log.ts'
import { getRecord, type RecordRow } from './record-row.ts'
import { whoSees } from './seen-by.ts'
import { handles, mayAttach, mayAttend, mayNameHandlers, shownTitle, standingOf } from './standing.ts'
import { shownAnswers, timelineOf } from './timeline.ts'

export type RecordView = ResponseOf<typeof contract>

/**
 * A record as this reader may see it, with what she may do next. P3 and P4 are masked, persons show one character. A sealed
 * record read under break-glass leaves its trace in this transaction. About nine statements, however long its history.
 */
export async function viewRecord(desk: Desk, programme: Programme, id: string): Promise<RecordView> {
  const { tx, actor, house, today } = desk
  const row = await getRecord(tx, programme, id)
  const { facts, history } = await loadFacts(tx, house.secrets.dataKey, programme, row, today)
  const who = standingOf(actor, row, history)
  const handled = handles(programme, who)
  if (row.sealed && !handled) await logRead(desk, row, ['*'], 'break-glass')
  const people = personsIn(programme.fields, openPart(programme, facts.answers))
  const names = await maskedNames(tx, row.person ? [...people, row.person] : people)
  return {
    ...headOf(programme, row, handled),
    ...shownAnswers(programme.fields, row.answers, handled),
    persons: [...new Set(row.person ? [...people, row.person] : people)].map((person) => ({
      id: person,
      name: names.get(person) ?? null,
    })),
    linked: await linkedRecords(tx, programme, facts.answers),
    heads: row.heads.map((h) => ({ ...h })),
    attendance: attendanceOf(programme, facts),
    abilities: {
      actions: abilitiesOf(programme, facts, who).flatMap(({ action, allowed, checks }) => {
        const said = programme.actions[action]
        if (!said) return []
        const { from: _f, to: _t, roles: _r, needs: _n, ...shape } = actionAsData(action, said)
        return [{ ...shape, allowed, checks: checks.map(({ check, met }) => checkState(programme, check, met)) }]
      }),
      edit: mayEdit(programme, facts, who),
      attend: mayAttend(programme, facts, who),
      attach: mayAttach(programme, who),
      open: handled || row.sealed,
      handlers: mayNameHandlers(programme, who),
    },
    clocks: clocksOf(programme.clocks, facts.history).flatMap((run) => {
      const clock = programme.clocks[run.clock]
      if (!clock) return []
      return [
        {
          clock: run.clock,
          label: clock.label,
          legal: clock.legal,
          law: clock.law ?? null,
          rule: clock.rule,
          startedOn: run.startedOn,
          dueOn: run.dueOn,
          endedOn: run.endedOn ?? null,
          daysLeft: calendarDaysBetween(today, run.dueOn),
        },
      ]
    }),
    checks: Object.entries(programme.checks).map(([check, said]) => checkState(programme, check, said.met(facts))),
    history: timelineOf(programme, history, handled),
    attachments: await attachmentsOf(tx, actor, id),
    seenBy: await whoSees(tx, programme, row),
    viewed: await recentReads(desk, row),
  }
}

function headOf(programme: Programme, row: RecordRow, handled: boolean) {
  return {
    id: row.id,
    programme: programme.id,
    kind: programme.kind,
    version: row.version,
    number: row.number,
    title: shownTitle(programme, row.title, handled),
    state: row.state,
    stateLabel: programme.states[row.state] ?? { zh: row.state, en: row.state },
    onDate: row.on_date,
    org: { code: row.org, name: row.org_name },
    revision: row.revision,
    sealed: row.sealed,
    demo: row.demo,
    brand: row.brand && row.brand_name ? { id: row.brand, name: row.brand_name } : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Answers that are not sealed: whom they name may be listed, masked. */
const openPart = (programme: Programme, answers: Facts['answers']) =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !isSealedClass(programme.fields[key]?.class ?? 'P0')))

const checkState = (programme: Programme, check: string, met: boolean) => ({
  check,
  label: programme.checks[check]?.label ?? { zh: check, en: check },
  rule: programme.checks[check]?.rule ?? '',
  met,
})

function attendanceOf(programme: Programme, facts: Facts): RecordView['attendance'] {
  if (programme.kind !== 'activity') return null
  return {
    people: facts.attendance.length,
    minutes: facts.attendance.reduce((sum, a) => sum + (a.minutes ?? 0), 0),
    heads: facts.heads.reduce((sum, h) => sum + h.count, 0),
  }
}
