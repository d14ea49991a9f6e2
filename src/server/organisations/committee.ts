import { sql } from 'kysely'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { addCommitteeMember, addTerm, endCommitteeMember, listCommittee, listTerms } from '../../core/api/orgs.ts'
import { todayInShanghai } from '../../core/day.ts'
import { areaOf, isWithin, type OrgCode } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { postSeats } from '../ledger/directory.ts'
import { getStandingOrg } from './org-rows.ts'

type Term = ResponseOf<typeof listTerms>['items'][number]
type Member = ResponseOf<typeof listCommittee>['items'][number]

function checkKeepsCommittee(actor: Actor, org: OrgCode): void {
  if (!isWithin(org, actor.org)) throw new Refusal('org-unknown', { field: 'org' })
  if (actor.role !== 'organisation' && actor.role !== 'chair') throw new Refusal('not-allowed')
}

/** Terms of office of an organisation, the latest first. */
export async function termsOf(tx: Tx, org: OrgCode): Promise<Term[]> {
  return tx.rows<Term>(sql`
    SELECT id, number, from_date AS "from", to_date AS "to" FROM organisation_terms WHERE org = ${org} ORDER BY number DESC`)
}

/** Records a term. Refuses one that overlaps another or bears its number; the same id again is the same term. */
export async function recordTerm(tx: Tx, actor: Actor, org: OrgCode, body: BodyOf<typeof addTerm>): Promise<Term> {
  checkKeepsCommittee(actor, org)
  if (body.to <= body.from) throw new Refusal('period-wrong', { field: 'to' })
  await getStandingOrg(tx, org)
  await tx.rows(sql`SELECT pg_advisory_xact_lock(${org}::bigint)`)
  const others = await tx.rows<{ id: string }>(sql`
    SELECT id FROM organisation_terms
    WHERE org = ${org} AND (number = ${body.number} OR daterange(from_date, to_date) && daterange(${body.from}, ${body.to}) OR id = ${body.id})`)
  if (others.some(({ id }) => id !== body.id)) throw new Refusal('term-overlap', { field: 'from' })
  if (others.length === 0) {
    await tx.rows(sql`
      INSERT INTO organisation_terms (area, id, org, number, from_date, to_date)
      VALUES (${areaOf(org)}, ${body.id}, ${org}, ${body.number}, ${body.from}, ${body.to})`)
  }
  return body
}

interface MemberRow extends Omit<Member, 'person'> {
  personId: string | null
  personName: string | null
}

const toMember = ({ personId, personName, ...row }: MemberRow): Member => ({
  ...row,
  person: personId && personName ? { id: personId, name: personName } : null,
})

/** Sitting members, and with `past` those whose seat ended; the names of people outside the reader's scope are left out. */
export async function committeeOf(tx: Tx, org: OrgCode, past: boolean, only?: string): Promise<Member[]> {
  const rows = await tx.rows<MemberRow>(sql`
    SELECT m.id, m.position, m.from_date AS "from", m.to_date AS "to", m.removed_reason AS "removedReason", m.term,
      p.id AS "personId", p.name AS "personName"
    FROM organisation_members m LEFT JOIN people p ON p.id = m.person
    WHERE m.org = ${org} AND (${past} OR m.to_date IS NULL OR m.to_date > current_date)
      AND (${only ?? null}::uuid IS NULL OR m.id = ${only ?? null})
    ORDER BY array_position('{chair,vice,standing,member}', m.position), m.from_date, m.id`)
  return rows.map(toMember)
}

async function getMember(tx: Tx, org: OrgCode, id: string): Promise<Member> {
  const [member] = await committeeOf(tx, org, true, id)
  if (!member) throw new Refusal('not-found')
  return member
}

/** Seats a person of the reader's scope on the committee. Refuses seat-taken when she sits there already. */
export async function seatMember(
  tx: Tx,
  actor: Actor,
  org: OrgCode,
  body: BodyOf<typeof addCommitteeMember>,
): Promise<Member> {
  checkKeepsCommittee(actor, org)
  await getStandingOrg(tx, org)
  if (body.from > todayInShanghai(new Date()))
    throw new Refusal('date-future', { field: 'from', values: { label: '任职日期' } })
  const person = await tx.first(
    sql`SELECT id FROM people WHERE id = ${body.person} AND merged_into IS NULL AND erased_at IS NULL`,
  )
  if (!person) throw new Refusal('not-found', { field: 'person' })
  if (
    body.term !== undefined &&
    !(await tx.first(sql`SELECT FROM organisation_terms WHERE id = ${body.term} AND org = ${org}`))
  )
    throw new Refusal('not-found', { field: 'term' })
  await tx.rows(sql`
    INSERT INTO organisation_members (area, id, org, term, person, position, from_date)
    VALUES (${areaOf(org)}, ${body.id}, ${org}, ${body.term ?? null}, ${body.person}, ${body.position}, ${body.from})
    ON CONFLICT DO NOTHING`)
  const held = await tx.first<{ id: string }>(sql`
    SELECT id FROM organisation_members WHERE org = ${org} AND person = ${body.person} AND (id = ${body.id} OR to_date IS NULL)`)
  if (!held) throw new Refusal('action-reused')
  if (held.id !== body.id) throw new Refusal('seat-taken')
  await postSeats(tx, actor.post, [body.id])
  return getMember(tx, org, body.id)
}

/** Ends a seat with the reason (term ended, resigned, removed). Refuses a day before it began. */
export async function unseatMember(
  tx: Tx,
  actor: Actor,
  org: OrgCode,
  id: string,
  body: BodyOf<typeof endCommitteeMember>,
): Promise<Member> {
  checkKeepsCommittee(actor, org)
  const member = await getMember(tx, org, id)
  if (body.to < member.from) throw new Refusal('period-wrong', { field: 'to' })
  const ended = await tx.change(sql`
    UPDATE organisation_members SET to_date = ${body.to}, removed_reason = ${body.reason}
    WHERE id = ${id} AND org = ${org} AND to_date IS NULL`)
  if (ended === 0 && member.to !== body.to) throw new Refusal('state-passed', { values: { state: '已离任' } })
  await postSeats(tx, actor.post, [id])
  return getMember(tx, org, id)
}
