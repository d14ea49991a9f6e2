import { sql } from 'kysely'
import { maskName } from '../../core/mask.ts'
import type { OrgCode } from '../../core/org-code.ts'
import { type Language, Refusal } from '../../core/refusal.ts'
import type { Tx } from '../database/actor.ts'
import { orgNames, orgRefOf } from '../organisations/org-rows.ts'

/**
 * Refuses person-exists when somebody else has this document, naming the organisation that keeps her; her id is told only
 * to who may see her. Of a protected woman neither is told.
 */
export async function refuseSameDocument(
  tx: Tx,
  language: Language,
  kind: string,
  hash: Buffer,
  except?: string,
): Promise<void> {
  const held = await tx.first<{ id: string; org: OrgCode | null; visible: boolean }>(
    sql`SELECT * FROM person_by_document(${kind}, ${hash})`,
  )
  if (!held || held.id === except) return
  const names = held.org === null ? new Map() : await orgNames(tx, [held.org])
  const elsewhere = language === 'zh' ? '其他组织' : 'another organisation'
  throw new Refusal('person-exists', {
    field: 'idNumber',
    values: { keeper: held.org === null ? elsewhere : orgRefOf(names, held.org).name },
    facts: { person: held.visible ? held.id : null, org: held.org === null ? null : orgRefOf(names, held.org) },
  })
}

interface Newcomer {
  readonly name: string
  readonly nameKey: string
  readonly birthDate: string | null
  readonly org: OrgCode
  readonly idType: string
  readonly idHash: Buffer | null
}

/** Refuses person-similar with the people who may be she: masked, and with an id only where the actor may see them. */
export async function askAboutSimilar(tx: Tx, p: Newcomer): Promise<void> {
  const found = await tx.rows<{
    id: string
    org: OrgCode
    birth_year: number | null
    gender: string
    visible: boolean
  }>(sql`
    SELECT * FROM people_similar(${p.nameKey}, ${p.birthDate}::date, ${p.org}::bigint, ${p.idType}, ${p.idHash}::bytea)`)
  if (found.length === 0) return
  const names = await orgNames(
    tx,
    found.map(({ org }) => org),
  )
  throw new Refusal('person-similar', {
    facts: {
      candidates: found.map((c) => ({
        id: c.visible ? c.id : null,
        name: maskName(p.name),
        birthYear: c.birth_year,
        gender: c.gender,
        org: orgRefOf(names, c.org),
      })),
    },
  })
}
