import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../core/day.ts'
import { ancestorsOf, isWithin, type OrgCode, serialOf } from '../../core/org-code.ts'
import { nextLook, type Reminder, reminderAt, remindersOf } from '../../core/reminder.ts'
import { findProgramme } from '../../registry.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import type { House } from '../http/route.ts'
import { tellAbove, tellWhoeverMustAct, type Word } from './tell.ts'

const batch = 1000

/** A running clock the house must look at. */
interface Due {
  area: number
  record: string
  clock: string
  started_on: Day
  round: number
  programme: string
  org: OrgCode
  for_org: OrgCode | null
  legal: boolean
  sealed: boolean
  handlers: string[]
  roles: string[]
  due_on: Day
  due_at: Date | null
}

/**
 * Tells whoever must act what holds at `now` of each running clock, once: soon due, so many days left, late (processes 0.4);
 * of a legal clock that is late, the level above too. Batches in transactions of their own; rows that another process works
 * on are left to it, and what was told already is never told again. Gives how many notices were written.
 */
export async function remindDue({ pool }: Pick<House, 'pool'>, now: Date): Promise<number> {
  let written = 0
  for (;;) {
    const { looked, told } = await onDuty(pool, 'clock', (tx) => remindBatch(tx, now))
    written += told
    if (looked < batch) return written
  }
}

async function remindBatch(tx: Tx, now: Date): Promise<{ looked: number; told: number }> {
  const due = await tx.rows<Due>(sql`
    SELECT area, record, clock, started_on, round, programme, org, for_org, legal, sealed, handlers, roles, due_on, due_at
    FROM clocks WHERE next_at <= ${now} AND ended_on IS NULL AND paused_on IS NULL
    ORDER BY next_at, record, clock LIMIT ${batch} FOR UPDATE SKIP LOCKED`)
  if (due.length === 0) return { looked: 0, told: 0 }
  const looked = due.map((row) => look(row, now))
  const words = looked.flatMap(({ row, holds }) => (holds ? [wordOf(row, holds)] : []))
  const late = words.filter((word) => word.legal && word.textKey === 'clock-late')
  const told = (await tellWhoeverMustAct(tx, words)) + (await tellAbove(tx, late))
  await tx.change(sql`
    UPDATE clocks c SET next_at = n.next_at
    FROM unnest(${due.map((d) => d.area)}::integer[], ${due.map((d) => d.record)}::uuid[], ${due.map((d) => d.clock)}::text[],
                ${due.map((d) => d.started_on)}::date[], ${due.map((d) => d.round)}::smallint[], ${looked.map(({ next }) => next)}::timestamptz[])
      AS n (area, record, clock, started_on, round, next_at)
    WHERE c.area = n.area AND c.record = n.record AND c.clock = n.clock AND c.started_on = n.started_on AND c.round = n.round`)
  return { looked: due.length, told }
}

/** What is to be said of a clock now, and when to look again. A clock no definition knows any more is let go. */
function look(row: Due, now: Date): { row: Due; holds: Reminder | undefined; next: Date | null } {
  const clock = findProgramme(row.programme)?.clocks[row.clock]
  if (!clock) return { row, holds: undefined, next: null }
  const run = {
    startedOn: row.started_on,
    dueOn: row.due_on,
    ...(row.due_at && { dueAt: row.due_at.toISOString() }),
  }
  const next = nextLook(run, clock, now.getTime())
  return {
    row,
    holds: reminderAt(remindersOf(run, clock), now.getTime()),
    next: next === undefined ? null : new Date(next),
  }
}

function wordOf(row: Due, { mark }: Reminder): Word {
  const due = row.due_at?.toISOString() ?? row.due_on
  // A digest: the notice of a sealed record must not name it, and yet be said only once.
  const told = createHash('sha256').update([row.record, row.clock, row.started_on, row.round, due, mark].join(' '))
  return {
    ...row,
    textKey: mark.startsWith('late') ? 'clock-late' : 'clock-due',
    told: told.digest('base64url'),
    toldAbove: createHash('sha256')
      .update([row.record, row.clock, row.started_on, row.round, due, 'above'].join(' '))
      .digest('base64url'),
    orgs: row.for_org ? [row.for_org] : keepersOf(row.org),
    above: ancestorsOf(federationOf(answerable(row))),
  }
}

/** Whose superior is told: an approver above the keeper has superiors of her own; a receiver elsewhere is the keeper's matter. */
const answerable = ({ org, for_org }: Due): OrgCode => (for_org && isWithin(org, for_org) ? for_org : org)

const federationOf = (org: OrgCode): OrgCode => org - serialOf(org)

/** Posts that keep what an organisation keeps: its own, and those of the federation it hangs on. */
const keepersOf = (org: OrgCode): OrgCode[] => [...new Set([org, federationOf(org)])]
