import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Day } from '../../core/day.ts'
import { todayInShanghai } from '../../core/day.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
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
import { isReplay } from './commit-action.ts'

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
}

/** What stands over the form. */
export async function readSign(house: House, door: Door): Promise<Sign> {
  const row = await asActor(house.pool, door.host, (tx) =>
    tx.first<Sign>(sql`
    SELECT r.title, r.on_date AS "onDate", r.answers ->> 'place' AS place, o.name AS "orgName"
    FROM activities r JOIN organisations o ON o.code = r.org WHERE r.id = ${door.activity}`),
  )
  if (!row) throw new Refusal('code-expired')
  return row
}

/**
 * A woman signs in by herself: name and phone. She is found by both together or written down anew in the keeping
 * organisation; the answer is the same, so nobody learns whether she was known. The form's id makes a second tap harmless.
 * Refuses 'code-expired', 'state-passed', 'phone-wrong', 'field-invalid'.
 */
export async function signIn(
  house: House,
  door: Door,
  form: { id: string; name: string; phone: string },
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
    if (await isReplay(desk, row.area, form.id, row.id, 'sign-in')) return
    refuseUnlessAttending(desk, programme, row, loaded)
    const found = await tx.first<{ id: string | null }>(
      sql`SELECT person_by_phone(${hashPhone(house.secrets, phone)}, ${nameKey}) AS id`,
    )
    const person = found?.id ?? v7()
    if (!found?.id) {
      await insertPeople(tx, house.secrets, [
        { id: person, org: row.org, name, gender: 'unknown', birthDate: null, phone, createdBy: door.host.post },
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
