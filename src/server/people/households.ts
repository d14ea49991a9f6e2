import { sql } from 'kysely'
import type { BodyOf } from '../../core/api/contract.ts'
import type { addHousehold, Household, joinHousehold } from '../../core/api/people.ts'
import type { Day } from '../../core/day.ts'
import { maskAddress } from '../../core/mask.ts'
import { areaOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getStandingOrg } from '../organisations/org-rows.ts'
import { briefColumns, keeps, type PersonBrief, toPersonRow } from './person-row.ts'

interface HouseholdRow {
  area: number
  org: OrgCode
  orgName: string
  address: string
  revision: number
}

async function getHouseholdRow(tx: Tx, id: string, lock = false): Promise<HouseholdRow> {
  const row = await tx.first<HouseholdRow>(sql`
    SELECT h.area, h.org, o.name AS "orgName", h.address, h.revision FROM households h JOIN organisations o ON o.code = h.org
    WHERE h.id = ${id} ${lock ? sql`FOR UPDATE OF h` : sql``}`)
  if (!row) throw new Refusal('not-found')
  return row
}

/** A household with those of its members the actor may see. Refuses not-found. */
export async function showHousehold(tx: Tx, actor: Actor, id: string): Promise<Household> {
  const row = await getHouseholdRow(tx, id)
  const members = await tx.rows<
    PersonBrief & { relation: Household['members'][number]['relation']; from: Day | null; to: Day | null }
  >(sql`
    SELECT ${briefColumns}, m.relation, m.from_date AS "from", m.to_date AS "to"
    FROM household_members m JOIN people p ON p.id = m.person JOIN organisations o ON o.code = p.org
    WHERE m.household = ${id} ORDER BY m.to_date NULLS FIRST, m.relation <> 'self', p.birth_date, p.id`)
  return {
    id,
    org: { code: row.org, name: row.orgName },
    revision: row.revision,
    address: keeps(actor, row.org) ? row.address : maskAddress(row.address),
    members: members.map((m) => ({
      person: m.id,
      name: toPersonRow(actor, m).name,
      relation: m.relation,
      from: m.from,
      to: m.to,
    })),
  }
}

/** Sets up a household with its members, each a person the actor may see. The id is made by the client. */
export async function setUpHousehold(tx: Tx, actor: Actor, body: BodyOf<typeof addHousehold>): Promise<void> {
  if (!isWithin(body.org, actor.org)) throw new Refusal('org-unknown', { field: 'org' })
  await getStandingOrg(tx, body.org)
  const added = await tx.change(sql`
    INSERT INTO households (area, id, org, address) VALUES (${areaOf(body.org)}, ${body.id}, ${body.org}, ${body.address})
    ON CONFLICT DO NOTHING`)
  if (added > 0) return addMembers(tx, areaOf(body.org), body.id, body.members)
  const held = await getHouseholdRow(tx, body.id)
  if (held.org !== body.org) throw new Refusal('action-reused')
}

/** Adds a member, or takes back one who had left. */
export async function addMember(tx: Tx, id: string, member: BodyOf<typeof joinHousehold>): Promise<void> {
  const { area } = await getHouseholdRow(tx, id, true)
  await addMembers(tx, area, id, [member])
}

async function addMembers(
  tx: Tx,
  area: number,
  household: string,
  members: readonly BodyOf<typeof joinHousehold>[],
): Promise<void> {
  const people = [...new Set(members.map((m) => m.person))]
  const seen = await tx.rows(sql`
    SELECT id FROM people WHERE id = ANY(${people}::uuid[]) AND merged_into IS NULL AND erased_at IS NULL`)
  if (seen.length < people.length) throw new Refusal('not-found', { field: 'person' })
  await tx.rows(sql`
    INSERT INTO household_members (area, household, person, relation, from_date)
    SELECT DISTINCT ON (person) ${area}::integer, ${household}::uuid, person, relation, from_date
    FROM unnest(${members.map((m) => m.person)}::uuid[], ${members.map((m) => m.relation)}::text[],
      ${members.map((m) => m.from ?? null)}::date[]) AS m (person, relation, from_date)
    ON CONFLICT (area, household, person) DO UPDATE SET relation = excluded.relation, to_date = NULL,
      from_date = CASE WHEN household_members.to_date IS NULL THEN coalesce(excluded.from_date, household_members.from_date) ELSE excluded.from_date END`)
  await tx.rows(sql`UPDATE households SET revision = revision + 1 WHERE area = ${area} AND id = ${household}`)
}

/** A member leaves on a day; her row stays. Refuses a day before she came. */
export async function endMembership(tx: Tx, id: string, person: string, on: Day): Promise<void> {
  const { area } = await getHouseholdRow(tx, id, true)
  const member = await tx.first<{ from: Day | null }>(sql`
    SELECT from_date AS "from" FROM household_members WHERE area = ${area} AND household = ${id} AND person = ${person}`)
  if (!member) throw new Refusal('not-found')
  if (member.from !== null && on < member.from) throw new Refusal('period-wrong', { field: 'on' })
  await tx.rows(
    sql`UPDATE household_members SET to_date = ${on} WHERE area = ${area} AND household = ${id} AND person = ${person}`,
  )
  await tx.rows(sql`UPDATE households SET revision = revision + 1 WHERE area = ${area} AND id = ${id}`)
}
