import { sql } from 'kysely'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'

export interface AtShift {
  readonly shift: string
  readonly person: string
}

/** What stands in the way of one person at one shift, as yes or no (db/migrations/0033). */
export interface PersonStanding extends AtShift {
  readonly registered: boolean
  readonly checked: boolean
  readonly trained: boolean
  /** At another shift or session at the same hours. */
  readonly busy: boolean
  /** Signed in at another service and not out. */
  readonly inside: boolean
}

/** Of these people, each at a shift this actor has in sight; one statement, none for nobody. */
export const standingAt = (tx: Tx, asked: readonly AtShift[]): Promise<PersonStanding[]> =>
  asked.length === 0
    ? Promise.resolve([])
    : tx.rows(sql`
        SELECT at.shift, s.*
        FROM (SELECT shift, array_agg(DISTINCT person) AS people
              FROM unnest(${asked.map(({ shift }) => shift)}::uuid[], ${asked.map(({ person }) => person)}::uuid[]) AS a (shift, person)
              GROUP BY shift) at, shift_standing(at.shift, at.people) s`)

export interface Shift {
  readonly id: string
  readonly org: OrgCode
  readonly orgName: string
  readonly state: string
  readonly places: number | null
  readonly starts: Date | null
  readonly ends: Date | null
  /** Its own word, or its project's. */
  readonly withChildren: boolean
  readonly training: string | null
}

/** Shifts this actor sees, with what their projects ask. */
export async function findShifts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Shift>> {
  const rows = await tx.rows<Shift>(sql`
    SELECT s.id, s.org, o.name AS "orgName", s.state, (s.answers ->> 'places')::integer AS places, p.answers ->> 'training' AS training,
           (s.answers ->> 'startsAt')::timestamptz AS starts, (s.answers ->> 'endsAt')::timestamptz AS ends,
           coalesce((s.answers ->> 'withChildren')::boolean, false) OR coalesce((p.answers ->> 'withChildren')::boolean, false) AS "withChildren"
    FROM activities s JOIN organisations o ON o.code = s.org
    LEFT JOIN listings p ON p.id = (s.answers ->> 'project')::uuid AND p.programme = 'volunteer-project'
    WHERE s.id = ANY(${[...ids]}::uuid[]) AND s.programme = 'volunteer-session'`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** One of those found. Refuses 'not-found'. */
export function shiftIn(shifts: ReadonlyMap<string, Shift>, id: string): Shift {
  const shift = shifts.get(id)
  if (!shift) throw new Refusal('not-found')
  return shift
}

/** How many hold a place of each. Sign-ups are kept by the shift's own organisation, so whoever keeps it sees them all. */
export async function placesTaken(tx: Tx, shifts: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.rows<{ shift: string; taken: number }>(sql`
    SELECT parent AS shift, count(*)::integer AS taken FROM responses
    WHERE parent = ANY(${[...shifts]}::uuid[]) AND programme = 'volunteer-signup' AND state = 'accepted' GROUP BY parent`)
  return new Map(rows.map(({ shift, taken }) => [shift, taken]))
}
