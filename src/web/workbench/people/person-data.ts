import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { Household, listPeople, OpenableField, openPerson, PersonPage } from '../../../core/api/people.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type PeoplePage = ResponseOf<typeof listPeople>

export const genders = ['female', 'male', 'unknown'] as const
export const documents = ['citizen-id', 'residence-permit', 'foreign-permanent', 'passport'] as const
export const safeties = ['yes', 'no', 'at-times'] as const
export const purposes = ['registration', 'contact', 'identity', 'health', 'images', 'referral', 'publicity'] as const
export const methods = ['ticked', 'signed', 'recorded', 'guardian-signed'] as const
export const relations = ['self', 'spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other'] as const

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['people', id],
    queryFn: ({ signal }) => apiGet<PersonPage>(`/people/${id}`, {}, signal),
  })
}

export function useHousehold(id: string) {
  return useQuery({
    queryKey: ['people', 'household', id],
    queryFn: ({ signal }) => apiGet<Household>(`/households/${id}`, {}, signal),
  })
}

/** Sends a change about people; whatever is shown of them is then asked again. */
export function usePeopleChange() {
  const client = useQueryClient()
  return async <T>(method: 'POST' | 'PATCH', path: string, body?: unknown): Promise<T> => {
    try {
      return await apiSend<T>(method, path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['people'] })
    }
  }
}

/** The whole text of one masked field; the server writes down who looked and why. Never kept in the cache. */
export async function openField(id: string, field: OpenableField, purpose: string): Promise<string> {
  const opened = await apiSend<ResponseOf<typeof openPerson>>('POST', `/people/${id}/open`, {
    purpose,
    fields: [field],
  })
  return opened[field] ?? '—'
}
