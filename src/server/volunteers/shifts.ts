import { sql } from 'kysely'
import type { ResponseOf } from '../../core/api/contract.ts'
import type { projectShifts, shiftPeople } from '../../core/api/volunteering.ts'
import { maskName } from '../../core/mask.ts'
import { Refusal } from '../../core/refusal.ts'
import { volunteerSession } from '../../programmes/volunteers/sessions.ts'
import type { Desk } from '../records/desk.ts'
import { findShifts, shiftIn, standingAt } from './shift-standing.ts'

const sums = sql`
  (s.answers ->> 'places')::integer AS places, u.accepted, u.applied, u.waiting, a.came, a.inside, a.minutes
  FROM activities s
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'accepted')::integer AS accepted, count(*) FILTER (WHERE state = 'applied')::integer AS applied,
                             count(*) FILTER (WHERE state = 'waiting')::integer AS waiting
                      FROM responses WHERE parent = s.id AND programme = 'volunteer-signup') u
  CROSS JOIN LATERAL (SELECT count(*)::integer AS came, count(*) FILTER (WHERE signed_in IS NOT NULL AND minutes IS NULL)::integer AS inside,
                             coalesce(sum(minutes), 0)::integer AS minutes
                      FROM attendances WHERE activity = s.id) a`

/** The shifts of a project, by day and hour. Two statements. Refuses 'not-found' for a project out of sight. */
export async function shiftsOf({ tx }: Desk, project: string): Promise<ResponseOf<typeof projectShifts>> {
  const seen = await tx.first(sql`SELECT FROM listings WHERE id = ${project} AND programme = 'volunteer-project'`)
  if (!seen) throw new Refusal('not-found')
  const rows = await tx.rows<
    Omit<ResponseOf<typeof projectShifts>['shifts'][number], 'stateLabel'> & { places: number | null; state: string }
  >(sql`
    SELECT s.id, s.title, s.answers ->> 'post' AS post, s.on_date AS on, s.answers ->> 'startsAt' AS "startsAt", s.answers ->> 'endsAt' AS "endsAt", s.state,
    ${sums}
    WHERE s.programme = 'volunteer-session' AND s.parent = ${project}
    ORDER BY s.on_date, s.answers ->> 'startsAt', s.id LIMIT 200`)
  return {
    shifts: rows.map(({ state, ...row }) => ({
      ...row,
      places: row.places ?? 0,
      stateLabel: volunteerSession.states[state] ?? { zh: state, en: state },
    })),
  }
}

interface SignupRow {
  readonly id: string
  readonly person: string
  readonly name: string | null
  readonly state: 'applied' | 'waiting' | 'accepted'
  readonly revision: number
}

/** Who signed up for a shift. Four statements, whatever their number. */
export async function peopleOf({ tx }: Desk, id: string): Promise<ResponseOf<typeof shiftPeople>> {
  const shift = shiftIn(await findShifts(tx, [id]), id)
  const [told, rows] = await Promise.all([
    tx.first<Omit<ResponseOf<typeof shiftPeople>, 'places' | 'people'> & { places: number | null }>(
      sql`SELECT ${sums} WHERE s.id = ${id}`,
    ),
    tx.rows<SignupRow>(sql`
      SELECT r.id, r.person, p.name, r.state, r.revision FROM responses r LEFT JOIN people p ON p.id = r.person
      WHERE r.parent = ${id} AND r.programme = 'volunteer-signup' AND r.state IN ('applied', 'waiting', 'accepted') AND r.person IS NOT NULL
      ORDER BY r.created_at, r.id LIMIT 600`),
  ])
  if (!told) throw new Refusal('not-found')
  const standings = new Map(
    (
      await standingAt(
        tx,
        rows.map(({ person }) => ({ shift: id, person })),
      )
    ).map((one) => [one.person, one]),
  )
  return {
    ...told,
    places: told.places ?? 0,
    withChildren: shift.withChildren,
    training: shift.training,
    people: rows.map(({ name, ...row }) => {
      const { registered = false, checked = false, trained = false, busy = false } = standings.get(row.person) ?? {}
      return { ...row, name: name === null ? null : maskName(name), registered, checked, trained, busy }
    }),
  }
}
