import { sql } from 'kysely'
import type { DocumentPerson } from '../../core/document.ts'
import { maskName } from '../../core/mask.ts'
import { areaOf, type OrgCode } from '../../core/org-code.ts'
import { unseal } from '../crypto/seal.ts'
import { sealedAs } from '../people/identity.ts'
import type { Desk } from '../records/desk.ts'
import { isHouse } from '../records/desk.ts'
import { writeRead } from '../traces/write-read.ts'

interface Row {
  id: string
  org: OrgCode
  name: string
  id_sealed: Buffer | null
  phone_sealed: Buffer | null
  key_salt: Buffer | null
  address: string | null
}

/** Where a name is not this post's to see, or nobody is named: a line to fill in by hand. */
const nobody: DocumentPerson = { name: '　　　　' }

/** Persons as one document prints them, and what was asked of each while it was written. */
export interface PeopleIn {
  readonly person: (id: string) => DocumentPerson
  /** Whom the document names. */
  readonly named: () => string[]
  /** Writes who read which numbers; call it in the transaction that keeps the document. */
  readonly logReads: (purpose: string) => Promise<void>
}

/** Loads these persons in one statement. Numbers open only when a template asks for them; a masked one has none. */
export async function peopleIn(desk: Desk, ids: readonly string[], masked: boolean): Promise<PeopleIn> {
  const { tx, actor, house } = desk
  const rows =
    ids.length === 0
      ? []
      : await tx.rows<Row>(sql`
          SELECT id, org, name, id_sealed, phone_sealed, key_salt, address FROM people WHERE id = ANY(${[...new Set(ids)]}::uuid[])`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const asked = new Map<string, Set<string>>()
  const opened = (row: Row, field: 'idNumber' | 'phone', sealed: Buffer | null): string | undefined => {
    if (!sealed || !row.key_salt) return undefined
    asked.get(row.id)?.add(field)
    return unseal(house.secrets.dataKey, row.key_salt, sealed, sealedAs(row.id, field))
  }
  return {
    person: (id) => {
      const row = byId.get(id)
      if (!row) return nobody
      if (!asked.has(id)) asked.set(id, new Set())
      if (masked) return { name: maskName(row.name) }
      return {
        name: row.name,
        get number() {
          return opened(row, 'idNumber', row.id_sealed)
        },
        get phone() {
          return opened(row, 'phone', row.phone_sealed)
        },
        get address() {
          if (row.address !== null) asked.get(row.id)?.add('address')
          return row.address ?? undefined
        },
      } as DocumentPerson
    },
    named: () => [...asked.keys()].sort(),
    logReads: async (purpose) => {
      if (isHouse(actor)) return
      for (const [id, fields] of asked) {
        const row = byId.get(id)
        if (!row || fields.size === 0) continue
        const read = { subject: 'person', id, org: row.org, fields: [...fields], purpose } as const
        await writeRead(tx, actor, { area: areaOf(row.org), ...read })
      }
    },
  }
}
