import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { findOrgs, OrgPage } from '../../../core/api/orgs.ts'
import { apiGet } from '../../kit/api.ts'

export function useOrg(code: number) {
  return useQuery({
    queryKey: ['orgs', code],
    queryFn: ({ signal }) => apiGet<OrgPage>(`/orgs/${code}`, {}, signal),
    staleTime: 600_000,
  })
}

/** Organisations by Chinese, pinyin or initials. */
export function useOrgSearch(text: string) {
  return useQuery({
    queryKey: ['orgs', 'search', text],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof findOrgs>>('/orgs', { q: text }, signal),
    enabled: text.trim() !== '',
  })
}
