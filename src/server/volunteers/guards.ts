import { sql } from 'kysely'
import type { Facts } from '../../core/programme.ts'
import { Refusal } from '../../core/refusal.ts'
import { minutesBetween, trainings } from '../../programmes/volunteers/services.ts'
import type { Desk } from '../records/desk.ts'
import type { Guard } from '../records/guard.ts'
import { getShift, type PersonStanding, placesTaken, type Shift, standingAt } from './shift-standing.ts'

const shiftOf = ({ answers }: Pick<Facts, 'answers'>) => String(answers.shift)

/** Turns are taken at a shift and for a person: two who accept at once are asked one after the other. */
async function inTurn({ tx }: Pick<Desk, 'tx'>, shift: string, person: string): Promise<void> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`volunteer-shift ${shift}`}, 0))`)
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`volunteer ${person}`}, 0))`)
}

/** With children: only who was checked (未成年人保护法 第六十二条). */
function refuseUnchecked({ withChildren }: Pick<Shift, 'withChildren'>, people: readonly PersonStanding[]): void {
  if (withChildren && people.some(({ checked }) => !checked)) throw new Refusal('child-check-needed')
}

/**
 * 报名: made only on an open shift of the own organisation; accepted only while there is a place, by somebody registered,
 * checked and trained where the project asks it, who is nowhere else at that time.
 */
export const signupGuard: Guard = {
  make: async ({ tx, actor }, org, facts) => {
    const shift = await getShift(tx, shiftOf(facts))
    if (shift.org !== org) throw new Refusal('shift-elsewhere', { values: { org: shift.orgName } })
    if (shift.state !== 'open') throw closed(shift, actor.language)
  },
  act: async (desk, action, facts) => {
    const person = facts.person
    if (action !== 'accept' || !person) return
    await inTurn(desk, shiftOf(facts), person)
    const shift = await getShift(desk.tx, shiftOf(facts))
    const [she] = await standingAt(desk.tx, shift.id, [person])
    if (shift.state !== 'open' && shift.state !== 'running') throw closed(shift, desk.actor.language)
    if (!she?.registered) throw new Refusal('volunteer-needed')
    refuseUnchecked(shift, [she])
    if (!she.trained) {
      const training = trainings[shift.training as keyof typeof trainings]?.[desk.actor.language] ?? ''
      throw new Refusal('training-needed', { values: { training } })
    }
    if (she.busy) throw new Refusal('shift-overlap')
    const places = shift.places ?? 0
    if ((await placesTaken(desk.tx, shift.id)) >= places) throw new Refusal('shift-full', { values: { places } })
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

/** 班次: opened under a project that recruits and says the same of children; hours of one person are never in two places. */
export const sessionGuard: Guard = {
  act: async ({ tx }, action, facts, id) => {
    if (action === 'offer') {
      const project = typeof facts.answers.project === 'string' ? await projectOf(tx, facts.answers.project) : undefined
      if (project?.state !== 'recruiting') throw new Refusal('project-not-recruiting')
      if (project.withChildren && facts.answers.withChildren !== true) throw new Refusal('children-not-flagged')
    }
    if (action !== 'finish' && action !== 'confirm') return
    const served = facts.attendance.filter(({ minutes }) => (minutes ?? 0) > 0).map(({ person }) => person)
    if (facts.answers.startsAt === undefined || served.length === 0) return
    const double = (await standingAt(tx, id, served)).filter(({ busy }) => busy)
    if (double.length > 0) throw new Refusal('hours-overlap', { values: { count: double.length } })
  },
  list: async ({ tx }, facts, id, fresh, minutes) => {
    const most = minutesBetween(text(facts.answers.startsAt), text(facts.answers.endsAt))
    if (most !== undefined && minutes.some((one) => one > most))
      throw new Refusal('hours-over-shift', { field: 'people', values: { minutes: most } })
    if (fresh.length === 0) return
    const shift = await getShift(tx, id)
    if (shift.withChildren) refuseUnchecked(shift, await standingAt(tx, id, fresh))
  },
  door: async ({ tx }, id, person) => {
    const [she] = await standingAt(tx, id, [person])
    if (she?.inside) throw new Refusal('signed-in-elsewhere')
  },
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const projectOf = (tx: Desk['tx'], id: string) =>
  tx.first<{ state: string; withChildren: boolean }>(sql`
    SELECT state, coalesce((answers ->> 'withChildren')::boolean, false) AS "withChildren" FROM listings WHERE id = ${id} AND programme = 'volunteer-project'`)

/** “周末妈妈”: nobody goes on without a check that is passed and valid today (R-REP-03). */
export const pairGuard: Guard = {
  act: async ({ tx }, action, facts) => {
    if (action !== 'check' && action !== 'start') return
    const row = await tx.first<{ valid: boolean }>(
      sql`SELECT child_check_valid(${facts.person ?? null}::uuid) AS valid`,
    )
    if (!row?.valid) throw new Refusal('child-check-needed')
  },
}

/** A stay is one of a pair that is under way. */
export const stayGuard: Guard = {
  act: async ({ tx }, action, facts) => {
    if (action !== 'fetch') return
    const pair = await tx.first<{ state: string }>(sql`
      SELECT state FROM cases WHERE id = ${text(facts.answers.pair) ?? null}::uuid AND programme = 'weekend-pair'`)
    if (pair?.state !== 'active') throw new Refusal('pair-not-active')
  },
}
