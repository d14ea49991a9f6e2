import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Day } from '../../core/day.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Programme } from '../../core/programme.ts'
import { titleIn } from '../../core/record-title.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import { isRole } from '../../core/role.ts'
import { shelvedTurn } from '../../local-programmes.ts'
import { findProgramme } from '../../registry.ts'
import { type Actor, asActor, onDuty } from '../database/actor.ts'
import { hashToken } from '../http/caller.ts'
import type { House } from '../http/route.ts'
import { loadLocal } from '../local/load-local.ts'
import { hashPhone, readName, readPhone } from '../people/identity.ts'
import { insertPeople } from '../people/insert-people.ts'
import { addPeople, commitList, lockForAttendance, refuseUnlessAttending } from './attend.ts'
import { isDoneIn } from './commit-action.ts'
import type { Desk } from './desk.ts'
import type { Loaded } from './facts.ts'
import { guardOf } from './guards.ts'
import type { RecordRow } from './record-row.ts'

/** The activity behind a code, and the post that shows it: a sign-in is written in her name, under her rights. */
export interface Door {
  readonly activity: string
  readonly host: Actor
}

/** Refuses 'code-expired' for a code that never was, has ended, or whose host has left her post. */
export async function openDoor(house: House, code: string): Promise<Door> {
  const row = await onDuty(house.pool, 'sign-in', (tx) =>
    tx.first<{ activity: string; post: string; role: string; account: string; org: OrgCode; turn: string }>(sql`
    SELECT coalesce((SELECT turn::text FROM definition_turns), '') AS turn, c.activity, p.id AS post, p.role, p.account, p.org FROM sign_in_codes c JOIN posts p ON p.id = c.by_post
    WHERE c.code_hash = ${hashToken(code)} AND c.expires_at > clock_timestamp() AND p.ended_at IS NULL
      AND p.from_date <= current_date AND (p.to_date IS NULL OR p.to_date >= current_date)`),
  )
  if (!row || !isRole(row.role)) throw new Refusal('code-expired')
  if (row.turn !== shelvedTurn()) await loadLocal(house.pool)
  return {
    activity: row.activity,
    host: { account: row.account, displayName: '', post: row.post, role: row.role, org: row.org, language: 'zh' },
  }
}

export interface Sign {
  readonly title: string
  readonly onDate: Day
  readonly place: string | null
  readonly orgName: string
  /** Its time counts: who signs in also signs out. */
  readonly timed: boolean
}

/** What stands over the form. */
export async function readSign(house: House, door: Door, language: Language): Promise<Sign> {
  const row = await asActor(house.pool, door.host, (tx) =>
    tx.first<Omit<Sign, 'timed'> & { programme: string }>(sql`
    SELECT r.title, r.on_date AS "onDate", r.answers ->> 'place' AS place, o.name AS "orgName", r.programme
    FROM activities r JOIN organisations o ON o.code = r.org WHERE r.id = ${door.activity}`),
  )
  if (!row) throw new Refusal('code-expired')
  const { programme: id, title, ...sign } = row
  const programme = findProgramme(id)
  return { ...sign, title: titleIn(programme, title, language), timed: programme?.measures.minutes !== undefined }
}

/**
 * A woman signs in by herself: name and phone. She is found by both together or written down anew in the keeping
 * organisation; the answer is the same, so nobody learns whether she was known. The form's id makes a second tap harmless.
 * Refuses 'code-expired', 'state-passed', 'phone-wrong', 'field-invalid'.
 */
export async function signIn(house: House, door: Door, form: DoorForm): Promise<void> {
  await atDoor(house, door, form, 'sign-in', async ({ desk, programme, row, loaded, known, name, phone }) => {
    const { tx } = desk
    const person = known ?? v7()
    await guardOf(programme.id)?.door?.(desk, row.id, person)
    const judge = await guardOf(programme.id)?.list?.(desk, { id: row.id, facts: loaded.facts }, [person])
    judge?.(person, null)
    if (!known) {
      await insertPeople(tx, house.secrets, [
        { id: person, org: row.org, name, gender: 'unknown', birthDate: null, phone, createdBy: desk.actor.post },
      ])
    }
    const fresh = await addPeople(desk, programme, row, [{ id: form.id, person, minutes: null }], 'code')
    if (fresh === 0) return
    await commitList(
      desk,
      programme,
      row,
      loaded,
      { id: form.id, action: 'sign-in', answers: { added: [person] } },
      {
        attendance: [...loaded.facts.attendance, { person, minutes: null }],
      },
    )
  })
}

/**
 * She goes: whole minutes from her sign-in until now, of the activity's hours where it has some, never more. A second tap changes
 * nothing. Refuses 'not-signed-in' for who is not on the list by code.
 */
export async function signOut(house: House, door: Door, form: DoorForm): Promise<void> {
  await atDoor(house, door, form, 'sign-out', async ({ desk, programme, row, loaded, known }) => {
    const came = await desk.tx.first<{ signed_in: Date; signed_out: Date | null; now: Date }>(sql`
      SELECT signed_in, signed_out, clock_timestamp() AS now FROM attendances
      WHERE activity = ${row.id} AND person = ${known ?? null} AND signed_in IS NOT NULL`)
    if (!came || !known) throw new Refusal('not-signed-in')
    if (came.signed_out) return
    const minutes = servedMinutes(came.signed_in, came.now, loaded.facts.answers)
    await desk.tx.change(sql`
      UPDATE attendances SET signed_out = ${came.now}, minutes = ${minutes} WHERE activity = ${row.id} AND person = ${known}`)
    const attendance = loaded.facts.attendance.map((a) => (a.person === known ? { person: known, minutes } : a))
    await commitList(desk, programme, row, loaded, { id: form.id, action: 'sign-out' }, { attendance })
  })
}

/** Whole minutes between two moments, inside the hours of the activity, twelve hours at most (processes 3.3). */
function servedMinutes(from: Date, to: Date, { startsAt, endsAt }: Readonly<Record<string, unknown>>): number {
  const begins = Math.max(from.getTime(), typeof startsAt === 'string' ? Date.parse(startsAt) : 0)
  const ends = Math.min(to.getTime(), typeof endsAt === 'string' ? Date.parse(endsAt) : to.getTime())
  return Math.min(720, Math.max(0, Math.floor((ends - begins) / 60_000)))
}

export interface DoorForm {
  readonly id: string
  readonly name: string
  readonly phone: string
}

interface AtDoor {
  readonly desk: Desk
  readonly programme: Programme
  readonly row: RecordRow
  readonly loaded: Loaded
  /** Her id, when name and phone are known together. */
  readonly known: string | undefined
  readonly name: string
  readonly phone: string
}

/** What signing in and out share: her form read, the activity locked under its host's rights, herself looked for. */
async function atDoor(
  house: House,
  door: Door,
  form: DoorForm,
  action: 'sign-in' | 'sign-out',
  work: (at: AtDoor) => Promise<void>,
): Promise<void> {
  const { name, nameKey } = readName(form.name, 'zh')
  const phone = readPhone(form.phone)
  await asActor(house.pool, door.host, async (tx) => {
    const desk = { tx, actor: door.host, house, today: todayInShanghai(new Date()) }
    const kept = await tx.first<{ programme: string; version: number }>(
      sql`SELECT programme, version FROM activities WHERE id = ${door.activity}`,
    )
    const programme = kept && findProgramme(kept.programme, kept.version)
    if (!programme) throw new Refusal('code-expired')
    const { row, loaded } = await lockForAttendance(desk, programme, door.activity)
    if (isDoneIn(loaded.history, form.id, action)) return
    refuseUnlessAttending(desk, programme, row, loaded)
    const found = await tx.first<{ id: string | null }>(
      sql`SELECT person_by_phone(${hashPhone(house.secrets, phone)}, ${nameKey}) AS id`,
    )
    await work({ desk, programme, row, loaded, known: found?.id ?? undefined, name, phone })
  })
}
