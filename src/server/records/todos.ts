import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { listAgenda, listTodos } from '../../core/api/todos.ts'
import { isOver } from '../../core/clock.ts'
import { addCalendarDays, type Day } from '../../core/day.ts'
import { divisionOf, isWithin, levelSpan, type OrgCode, serialOf } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import { findProgramme } from '../../registry.ts'
import { type Desk, keeps, programmesFor } from './desk.ts'
import { classOf } from './programme-shape.ts'
import { receivedTitle } from './received-view.ts'
import { shownTitle } from './standing.ts'

type Todos = ResponseOf<typeof listTodos>
type Todo = Todos['today'][number]
interface Row {
  record: string
  clock: string
  round: number
  programme: string
  legal: boolean
  started_on: Day
  due_on: Day
  due_at: Date | null
  title: string
  number: string | null
  state: string
  org: OrgCode
  handled: boolean
}

/**
 * Clocks that are mine to end, by deadline, those that stand still left out: of records I handle; of my own organisation's
 * where my role takes the step and nobody handles them (of a sealed one the rights post); and of records of others that wait
 * for mine, as their receiver or approver. Two statements; what is due after seven days is only counted, unless `all` is asked for.
 */
export async function todosOf({ tx, actor, today }: Desk, now = new Date(), all = false): Promise<Todos> {
  const first = serialOf(actor.org) > 0 ? actor.org : divisionOf(actor.org) * levelSpan.village
  const last = serialOf(actor.org) > 0 ? actor.org : first + levelSpan.village - 1
  const byRole = sql`CASE WHEN c.sealed AND c.for_org IS NULL THEN ${actor.role === 'rights'} ELSE ${actor.role} = ANY(c.roles) END`
  const mine = sql`c.ended_on IS NULL AND c.paused_on IS NULL AND c.duty_org BETWEEN ${first} AND ${last}
    AND CASE WHEN c.for_org IS NOT NULL THEN c.for_org = ${actor.org} AND ${byRole}
             ELSE ${actor.account}::uuid = ANY(c.handlers) OR (c.handlers = '{}' AND ${byRole}) END`
  const weekEnd = addCalendarDays(today, 7)
  const rows = await tx.rows<Row>(sql`
    SELECT c.record, c.clock, c.round, c.programme, c.legal, c.started_on, c.due_on, c.due_at, r.title, r.number, r.state, r.org,
           ${actor.account}::uuid = ANY(r.handlers) AS handled
    FROM clocks c JOIN records r ON r.area = c.area AND r.kind = c.kind AND r.id = c.record
    WHERE ${mine} AND c.due_on <= ${all ? 'infinity' : weekEnd}::date
    ORDER BY c.due_on, c.due_at, c.record, c.clock LIMIT 200`)
  const later = await tx.first<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM clocks c WHERE ${mine} AND c.due_on > ${weekEnd}::date`,
  )
  const items = rows.flatMap((row) => asTodo(row, actor))
  const late = (todo: Todo) => isOver({ dueOn: todo.dueOn, ...(todo.dueAt && { dueAt: todo.dueAt }) }, now)
  return {
    overdue: items.filter(late),
    today: items.filter((t) => !late(t) && t.dueOn <= today),
    week: items.filter((t) => !late(t) && t.dueOn > today && t.dueOn <= weekEnd),
    later: { count: later?.n ?? 0, items: items.filter((t) => t.dueOn > weekEnd) },
  }
}

function asTodo(row: Row, actor: Desk['actor']): Todo[] {
  const programme = findProgramme(row.programme)
  const clock = programme?.clocks[row.clock]
  if (!programme || !clock) return []
  const { language } = actor
  const state = programme.states[row.state]?.[language] ?? row.state
  return [
    {
      id: `${row.record}:${row.clock}:${row.started_on}:${row.round}`,
      title: clock.label[language],
      detail: [titleFor(programme, row, actor), row.number ?? state].join(' · '),
      kindLabel: programme.short,
      privacy: classOf(programme),
      clockKind: clock.legal ? 'legal' : 'service',
      law: clock.law ?? null,
      dueOn: row.due_on,
      dueAt: row.due_at?.toISOString() ?? null,
      link: `/records/${row.programme}/${row.record}`,
      programme: row.programme,
      record: row.record,
      number: row.number,
    },
  ]
}

/** A receiver or approver elsewhere sees of a title what she sees of it in her lists. */
function titleFor(programme: Programme, row: Row, actor: Desk['actor']): string {
  if (row.handled || keeps(actor, row.org)) return titleIn(programme, row.title, actor.language)
  return isWithin(row.org, actor.org) && !programme.confidential
    ? shownTitle(programme, row.title, false, actor.language)
    : receivedTitle(programme, row.title, actor.language)
}

interface Coming {
  id: string
  programme: string
  title: string
  state: string
  on_date: Day
  place: string | null
  org: number
  org_name: string
  total: number
}

/** Activities still to come, in the own subtree: today and the next seven days. One statement. */
export async function agendaOf({ tx, actor, today }: Desk): Promise<ResponseOf<typeof listAgenda>> {
  const planned = programmesFor(actor).filter((p) => p.kind === 'activity')
  const rows = await tx.rows<Coming>(sql`
    SELECT r.id, r.programme, r.title, r.state, r.on_date, r.answers ->> 'place' AS place, r.org, o.name AS org_name, (count(*) OVER ())::integer AS total
    FROM activities r JOIN organisations o ON o.code = r.org
    WHERE (r.programme, r.state) IN (SELECT * FROM unnest(${planned.map((p) => p.id)}::text[], ${planned.map((p) => p.initial)}::text[]))
      AND r.on_date BETWEEN ${today}::date AND ${addCalendarDays(today, 7)}::date
    ORDER BY r.on_date, r.id LIMIT 20`)
  return {
    total: rows[0]?.total ?? 0,
    items: rows.flatMap((row) => {
      const programme = findProgramme(row.programme)
      if (!programme) return []
      return [
        {
          id: row.id,
          programme: row.programme,
          programmeLabel: programme.label,
          title: titleIn(programme, row.title, actor.language),
          onDate: row.on_date,
          place: row.place,
          org: { code: row.org, name: row.org_name },
          stateLabel: programme.states[row.state] ?? { zh: row.state, en: row.state },
          link: `/records/${row.programme}/${row.id}`,
        },
      ]
    }),
  }
}
