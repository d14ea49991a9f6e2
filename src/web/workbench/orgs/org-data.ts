import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { findOrgs, getOrgChildren, listCommittee, listTerms, OrgItem } from '../../../core/api/orgs.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type OrgChild = ResponseOf<typeof getOrgChildren>['items'][number]
export type CommitteeMember = ResponseOf<typeof listCommittee>['items'][number]
export type Term = ResponseOf<typeof listTerms>['items'][number]
export type OrgKind = OrgItem['kind']

export const orgKinds = [
  'federation',
  'womens-home',
  'micro-home',
  'new-field',
  'industry',
  'group-member',
  'partner',
] as const
export const positions = ['chair', 'vice', 'standing', 'member'] as const

/** The level below one organisation, with what hangs on its own division. */
export function useOrgChildren(code: number) {
  return useQuery({
    queryKey: ['orgs', code, 'children'],
    queryFn: ({ signal }) => apiGet<{ items: OrgChild[] }>(`/orgs/${code}/children`, {}, signal),
  })
}

export function useOrgFinder(q: string, kind: string) {
  return useQuery({
    queryKey: ['orgs', 'find', q, kind],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof findOrgs>>('/orgs', { q, kind }, signal),
    enabled: q !== '' || kind !== '',
  })
}

export function useCommittee(code: number, past: boolean) {
  return useQuery({
    queryKey: ['orgs', code, 'members', past],
    queryFn: ({ signal }) => apiGet<{ items: CommitteeMember[] }>(`/orgs/${code}/members`, { past }, signal),
  })
}

export function useTerms(code: number) {
  return useQuery({
    queryKey: ['orgs', code, 'terms'],
    queryFn: ({ signal }) => apiGet<{ items: Term[] }>(`/orgs/${code}/terms`, {}, signal),
  })
}

/** Sends a change of an organisation; whatever is shown of organisations is then asked again. */
export function useOrgChange() {
  const client = useQueryClient()
  return async <T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> => {
    try {
      return await apiSend<T>(method, path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['orgs'] })
    }
  }
}
