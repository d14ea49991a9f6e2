import { sql } from 'kysely'
import type { BodyOf, ResponseOf } from '../../core/api/contract.ts'
import type { giveConsent } from '../../core/api/people.ts'
import { areaOf } from '../../core/org-code.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Actor, Tx } from '../database/actor.ts'
import { getLivingPerson } from './person-row.ts'

type Consent = ResponseOf<typeof giveConsent>
type Row = Omit<Consent, 'givenAt' | 'withdrawnAt'> & { person: string; givenAt: Date; withdrawnAt: Date | null }

const columns = sql`id, person, purpose, recipient, method, given_at AS "givenAt", withdrawn_at AS "withdrawnAt"`

const toConsent = ({ person: _, ...row }: Row): Consent => ({
  ...row,
  givenAt: row.givenAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
})

/** Records that a person agreed to one purpose (PIPL art. 14, 29). The id is made by the client. */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  person: string,
  body: BodyOf<typeof giveConsent>,
): Promise<Consent> {
  const { org } = await getLivingPerson(tx, person)
  await tx.rows(sql`
    INSERT INTO consents (area, id, person, org, purpose, recipient, method, by_post)
    VALUES (${areaOf(org)}, ${body.id}, ${person}, ${org}, ${body.purpose}, ${body.recipient}, ${body.method}, ${actor.post})
    ON CONFLICT DO NOTHING`)
  const row = await tx.first<Row>(sql`SELECT ${columns} FROM consents WHERE id = ${body.id}`)
  if (row?.person !== person || row.purpose !== body.purpose) throw new Refusal('action-reused')
  return toConsent(row)
}

/** Withdraws a consent, as easily as it was given (PIPL art. 15). Twice is once. */
export async function endConsent(tx: Tx, person: string, id: string): Promise<Consent> {
  const row = await tx.first<Row>(sql`
    UPDATE consents SET withdrawn_at = coalesce(withdrawn_at, now()) WHERE id = ${id} AND person = ${person} RETURNING ${columns}`)
  if (!row) throw new Refusal('not-found')
  return toConsent(row)
}
