import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import type { findPerson, listPeople, PersonPage, PersonRow } from '../../../../core/api/people.ts'
import { apiGet, apiSend } from '../../../kit/api.ts'

export type { NewPerson, PersonPage, PersonRow } from '../../../../core/api/people.ts'

/** Looks for a person by the start of her name, the last four digits of her phone, or a whole number. */
export async function lookForPeople(text: string, signal: AbortSignal): Promise<readonly PersonRow[]> {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  // A whole number never stands in an address: it would be written into logs.
  if (/^\d{17}[\dX]$/.test(number)) return find({ idNumber: number })
  if (/^\d{5,16}$/.test(number)) return number.length === 11 ? find({ phone: number }) : []
  const page = await apiGet<ResponseOf<typeof listPeople>>('/people', { q: text, limit: 12 }, signal)
  return page.items
}

async function find(body: { idNumber: string } | { phone: string }): Promise<readonly PersonRow[]> {
  return (await apiSend<ResponseOf<typeof findPerson>>('POST', '/people/find', body)).items
}

/** One person as this post may see her, masked. Not hers to see: an error, which a page of a record shows as nothing. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => apiGet<PersonPage>(`/people/${id}`, {}, signal),
    staleTime: 60_000,
  })
}
