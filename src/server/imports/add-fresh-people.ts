import { type BulkPerson, insertPeople } from '../people/insert-people.ts'
import type { Desk } from '../records/desk.ts'
import type { FreshPerson } from './resolve-people.ts'

/** Registers the new people of a chunk, each once. */
export async function addFreshPeople({ tx, house, actor }: Desk, people: readonly FreshPerson[]): Promise<void> {
  const once = [...new Map(people.map((p) => [p.id, p])).values()]
  if (once.length > 0)
    await insertPeople(
      tx,
      house.secrets,
      once.map((p) => bulkRow(p, actor.post)),
    )
}

const bulkRow = ({ id, org, reading }: FreshPerson, createdBy: string): BulkPerson => ({
  id,
  org,
  name: reading.name?.name ?? '',
  gender: reading.gender ?? 'unknown',
  birthDate: reading.birthDate ?? null,
  createdBy,
  ...(reading.document ? { idType: reading.document.kind, idNumber: reading.document.number } : {}),
  ...(reading.phone ? { phone: reading.phone } : {}),
  ...(reading.address ? { address: reading.address } : {}),
})
