import { useQuery } from '@tanstack/react-query'
import type { campaignStanding } from '../../../core/api/campaigns.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { apiGet } from '../../kit/api.ts'

export type Standing = ResponseOf<typeof campaignStanding>

export const fetchStanding = (id: string, stands: string, cursor: string | null, signal: AbortSignal) =>
  apiGet<Standing>(`/campaigns/${id}/standing`, { stands, cursor, limit: 30 }, signal)

/** How many have done it, for the campaign's own page. */
export function useStandingOf(id: string) {
  return useQuery({
    queryKey: ['records', 'campaign-standing', id],
    queryFn: ({ signal }) => apiGet<Standing>(`/campaigns/${id}/standing`, { limit: 1 }, signal),
  })
}
