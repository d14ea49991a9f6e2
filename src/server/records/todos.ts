import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { listAgenda, listTodos } from '../../core/api/todos.ts'
import { addCalendarDays, calendarDaysBetween, type Day } from '../../core/day.ts'
import { divisionOf, levelSpan, serialOf } from '../../core/org-code.ts'
import { findProgramme, programmes } from '../../registry.ts'
import type { Desk } from './desk.ts'
import { classOf } from './programme-shape.ts'

type Todos = ResponseOf<typeof listTodos>
type Todo = Todos['today'][number]
interface Row {
  record: string
  clock: string
  programme: string
  legal: boolean
  started_on: Day
  due_on: Day
  title: string
  number: string | null
  state: string
}

/**
 * Clocks that are mine to end, by deadline: of records I handle, and of my own organisation's where my role takes the step
 * and nobody handles them. Two statements; what is due after seven days is only counted.
 */
export async function todosOf({ tx, actor, today }: Desk): Promise<Todos> {
  const first = serialOf(actor.org) > 0 ? actor.org : divisionOf(actor.org) * levelSpan.village
  const last = serialOf(actor.org) > 0 ? actor.org : first + levelSpan.village - 1
  const mine = sql`c.ended_on IS NULL AND c.org BETWEEN ${first} AND ${last}
    AND (${actor.account}::uuid = ANY(c.handlers) OR (c.handlers = '{}' AND ${actor.role} = ANY(c.roles)))`
  const weekEnd = addCalendarDays(today, 7)
  const rows = await tx.rows<Row>(sql`
    SELECT c.record, c.clock, c.programme, c.legal, c.started_on, c.due_on, r.title, r.number, r.state
    FROM clocks c JOIN records r ON r.area = c.area AND r.kind = c.kind AND r.id = c.record
    WHERE ${mine} AND c.due_on <= ${weekEnd}::date
    ORDER BY c.due_on, c.record LIMIT 200`)
  const later = await tx.first<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM clocks c WHERE ${mine} AND c.due_on > ${weekEnd}::date`,
  )
  const items = rows.flatMap((row) => asTodo(row, today, actor.language))
  return {
    overdue: items.filter((t) => t.daysLeft < 0),
    today: items.filter((t) => t.daysLeft === 0),
    week: items.filter((t) => t.daysLeft > 0),
    later: { count: later?.n ?? 0 },
  }
}

function asTodo(row: Row, today: Day, language: 'zh' | 'en'): Todo[] {
  const programme = findProgramme(row.programme)
  const clock = programme?.clocks[row.clock]
  if (!programme || !clock) return []
  const state = programme.states[row.state]?.[language] ?? row.state
  return [
    {
      id: `${row.record}:${row.clock}:${row.started_on}`,
      title: clock.label[language],
      detail: [row.title, row.number ?? state].join(' · '),
      kindLabel: programme.short,
      privacy: classOf(programme),
      clockKind: clock.legal ? 'legal' : 'service',
      law: clock.law ?? null,
      dueOn: row.due_on,
      daysLeft: calendarDaysBetween(today, row.due_on),
      link: `/records/${row.programme}/${row.record}`,
      programme: row.programme,
      record: row.record,
      number: row.number,
    },
  ]
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
  const planned = programmes.filter((p) => p.kind === 'activity' && p.access.see.includes(actor.role))
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
          title: row.title,
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
