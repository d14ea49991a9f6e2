import { sql } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { minutesBetween, trainings } from '../../programmes/volunteers/services.ts'
import type { Tx } from '../database/actor.ts'
import type { Asked, Guard } from '../records/guard.ts'
import {
  type AtShift,
  findShifts,
  type PersonStanding,
  placesTaken,
  type Shift,
  shiftIn,
  standingAt,
} from './shift-standing.ts'

const shiftOf = ({ facts }: Asked) => String(facts.answers.shift)
const nameOf = ({ shift, person }: AtShift) => `${shift} ${person}`

/** Turns are taken at shifts and for persons, in one order: two who accept at once are asked one after the other. */
async function inTurn(tx: Tx, asked: readonly AtShift[]): Promise<void> {
  const shifts = [...new Set(asked.map(({ shift }) => `volunteer-shift ${shift}`))].sort()
  const people = [...new Set(asked.map(({ person }) => `volunteer ${person}`))].sort()
  for (const turns of [shifts, people])
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(turn, 0)) FROM unnest(${turns}::text[]) AS turn`)
}

async function standingsOf(tx: Tx, asked: readonly AtShift[]): Promise<ReadonlyMap<string, PersonStanding>> {
  return new Map((await standingAt(tx, asked)).map((one) => [nameOf(one), one]))
}

/** With children: only who was checked (未成年人保护法 第六十二条). */
function refuseUnchecked({ withChildren }: Shift, she: PersonStanding | undefined): void {
  if (withChildren && !she?.checked) throw new Refusal('child-check-needed')
}

const overlap = (a: Shift, b: Shift): boolean =>
  a.starts !== null && a.ends !== null && b.starts !== null && b.ends !== null && a.starts < b.ends && a.ends > b.starts

/**
 * 报名: made only on an open shift of the own organisation; accepted only while there is a place, by somebody registered,
 * checked and trained where the project asks it, who is nowhere else at that time.
 */
export const signupGuard: Guard = {
  make: async ({ tx, actor }, org, many) => {
    const shifts = await findShifts(tx, many.map(shiftOf))
    return (one) => {
      const shift = shiftIn(shifts, shiftOf(one))
      if (shift.org !== org) throw new Refusal('shift-elsewhere', { values: { org: shift.orgName } })
      if (shift.state !== 'open') throw closed(shift, actor.language)
    }
  },
  act: {
    accept: async ({ tx, actor }, many) => {
      const asked = many.flatMap((one) => (one.facts.person ? [{ shift: shiftOf(one), person: one.facts.person }] : []))
      await inTurn(tx, asked)
      const ids = many.map(shiftOf)
      const [shifts, standings, taken] = await Promise.all([
        findShifts(tx, ids),
        standingsOf(tx, asked),
        placesTaken(tx, ids),
      ])
      const sent = new Map<string, Shift[]>()
      return (one) => {
        const { person } = one.facts
        if (!person) return
        const shift = shiftIn(shifts, shiftOf(one))
        const she = standings.get(nameOf({ shift: shift.id, person }))
        if (shift.state !== 'open' && shift.state !== 'running') throw closed(shift, actor.language)
        if (!she?.registered) throw new Refusal('volunteer-needed')
        refuseUnchecked(shift, she)
        if (!she.trained) {
          const training = trainings[shift.training as keyof typeof trainings]?.[actor.language] ?? ''
          throw new Refusal('training-needed', { values: { training } })
        }
        const hers = sent.get(person) ?? []
        if (she.busy || hers.some((other) => overlap(shift, other))) throw new Refusal('shift-overlap')
        const places = shift.places ?? 0
        const before = taken.get(shift.id) ?? 0
        if (before >= places) throw new Refusal('shift-full', { values: { places } })
        taken.set(shift.id, before + 1)
        sent.set(person, [...hers, shift])
      }
    },
  },
}

const states = {
  planned: { zh: '还没有开放', en: 'not open yet' },
  stopped: { zh: '已叫停', en: 'stopped' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  running: { zh: '已经开始', en: 'under way' },
} as const
function closed({ state }: Shift, language: 'zh' | 'en'): Refusal {
  const said = Object.hasOwn(states, state) ? states[state as keyof typeof states] : { zh: '已经结束', en: 'over' }
  return new Refusal('signup-closed', { values: { state: said[language] } })
}

/** Of whose hours any lie in another service at the same time. */
async function refuseDouble(tx: Tx, many: readonly Asked[]): Promise<(one: Asked) => void> {
  const servedAt = ({ id, facts: { answers, attendance } }: Asked): AtShift[] =>
    answers.startsAt === undefined
      ? []
      : attendance.filter(({ minutes }) => (minutes ?? 0) > 0).map(({ person }) => ({ shift: id, person }))
  const standings = await standingsOf(tx, many.flatMap(servedAt))
  return (one) => {
    const count = servedAt(one).filter((at) => standings.get(nameOf(at))?.busy).length
    if (count > 0) throw new Refusal('hours-overlap', { values: { count } })
  }
}

/** 班次: opened under a project that recruits and says the same of children; hours of one person are never in two places. */
export const sessionGuard: Guard = {
  act: {
    offer: async ({ tx }, many) => {
      const projects = await projectsOf(tx, many)
      return ({ facts: { answers } }) => {
        const project = projects.get(answers.project)
        if (project?.state !== 'recruiting') throw new Refusal('project-not-recruiting')
        if (project.withChildren && answers.withChildren !== true) throw new Refusal('children-not-flagged')
      }
    },
    finish: ({ tx }, many) => refuseDouble(tx, many),
    confirm: ({ tx }, many) => refuseDouble(tx, many),
  },
  list: async ({ tx }, { id, facts }, fresh) => {
    const most = minutesBetween(text(facts.answers.startsAt), text(facts.answers.endsAt))
    const asked = fresh.map((person) => ({ shift: id, person }))
    const shift = fresh.length > 0 ? shiftIn(await findShifts(tx, [id]), id) : undefined
    const standings = await standingsOf(tx, shift?.withChildren ? asked : [])
    const unlisted = new Set(fresh)
    return (person, minutes) => {
      if (most !== undefined && (minutes ?? 0) > most)
        throw new Refusal('hours-over-shift', { field: 'people', values: { minutes: most } })
      if (shift && unlisted.has(person)) refuseUnchecked(shift, standings.get(nameOf({ shift: id, person })))
    }
  },
  door: async ({ tx }, id, person) => {
    const [she] = await standingAt(tx, [{ shift: id, person }])
    if (she?.inside) throw new Refusal('signed-in-elsewhere')
  },
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

interface Project {
  readonly id: string
  readonly state: string
  readonly withChildren: boolean
}
async function projectsOf(tx: Tx, many: readonly Asked[]): Promise<ReadonlyMap<unknown, Project>> {
  const ids = many.flatMap(({ facts }) => text(facts.answers.project) ?? [])
  const rows = await tx.rows<Project>(sql`
    SELECT id, state, coalesce((answers ->> 'withChildren')::boolean, false) AS "withChildren"
    FROM listings WHERE id = ANY(${ids}::uuid[]) AND programme = 'volunteer-project'`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whose check is passed and valid today. */
async function refuseUncheckedToday(tx: Tx, many: readonly Asked[]): Promise<(one: Asked) => void> {
  const people = [...new Set(many.flatMap(({ facts }) => facts.person ?? []))]
  const rows = await tx.rows<{ person: string }>(
    sql`SELECT person FROM unnest(${people}::uuid[]) AS person WHERE child_check_valid(person)`,
  )
  const valid = new Set(rows.map(({ person }) => person))
  return ({ facts }) => {
    if (!facts.person || !valid.has(facts.person)) throw new Refusal('child-check-needed')
  }
}

/** “周末妈妈”: nobody goes on without a check that is passed and valid today (R-REP-03). */
export const pairGuard: Guard = {
  act: {
    check: ({ tx }, many) => refuseUncheckedToday(tx, many),
    start: ({ tx }, many) => refuseUncheckedToday(tx, many),
  },
}

/** A stay is one of a pair that is under way. */
export const stayGuard: Guard = {
  act: {
    fetch: async ({ tx }, many) => {
      const pairs = many.flatMap(({ facts }) => text(facts.answers.pair) ?? [])
      const rows = await tx.rows<{ id: string }>(sql`
        SELECT id FROM cases WHERE id = ANY(${pairs}::uuid[]) AND programme = 'weekend-pair' AND state = 'active'`)
      const active = new Set<unknown>(rows.map(({ id }) => id))
      return ({ facts }) => {
        if (!active.has(facts.answers.pair)) throw new Refusal('pair-not-active')
      }
    },
  },
}
