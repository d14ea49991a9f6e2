import { sql } from 'kysely'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

/** What stands in the way of one person at one shift, as yes or no (db/migrations/0033). */
export interface PersonStanding {
  readonly person: string
  readonly registered: boolean
  readonly checked: boolean
  readonly trained: boolean
  /** At another shift or session at the same hours. */
  readonly busy: boolean
  /** Signed in at another service and not out. */
  readonly inside: boolean
}

/** Of these people at a shift this actor has in sight; one statement, none for nobody. */
export const standingAt = (tx: Tx, shift: string, people: readonly string[]): Promise<PersonStanding[]> =>
  people.length === 0
    ? Promise.resolve([])
    : tx.rows(sql`SELECT * FROM shift_standing(${shift}, ${[...people]}::uuid[])`)

export interface Shift {
  readonly id: string
  readonly org: OrgCode
  readonly orgName: string
  readonly state: string
  readonly places: number | null
  /** Its own word, or its project's. */
  readonly withChildren: boolean
  readonly training: string | null
  readonly project: { readonly id: string; readonly state: string; readonly withChildren: boolean } | null
}

/** A shift this actor sees, with what its project asks. Refuses 'not-found'. */
export async function getShift(tx: Tx, id: string): Promise<Shift> {
  const row = await tx.first<
    Omit<Shift, 'project'> & { project_id: string | null; project_state: string; children: boolean }
  >(sql`
    SELECT s.id, s.org, o.name AS "orgName", s.state, (s.answers ->> 'places')::integer AS places, p.answers ->> 'training' AS training,
           coalesce((s.answers ->> 'withChildren')::boolean, false) OR coalesce((p.answers ->> 'withChildren')::boolean, false) AS "withChildren",
           p.id AS project_id, p.state AS project_state, coalesce((p.answers ->> 'withChildren')::boolean, false) AS children
    FROM activities s JOIN organisations o ON o.code = s.org
    LEFT JOIN listings p ON p.id = (s.answers ->> 'project')::uuid AND p.programme = 'volunteer-project'
    WHERE s.id = ${id} AND s.programme = 'volunteer-session'`)
  if (!row) throw new Refusal('not-found')
  const { project_id, project_state, children, ...shift } = row
  return { ...shift, project: project_id ? { id: project_id, state: project_state, withChildren: children } : null }
}

/** How many hold a place of it. Sign-ups are kept by the shift's own organisation, so whoever keeps it sees them all. */
export async function placesTaken(tx: Tx, shift: string): Promise<number> {
  const row = await tx.first<{ taken: number }>(sql`
    SELECT count(*)::integer AS taken FROM responses WHERE parent = ${shift} AND programme = 'volunteer-signup' AND state = 'accepted'`)
  return row?.taken ?? 0
}
