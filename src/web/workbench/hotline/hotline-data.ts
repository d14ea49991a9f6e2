import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { hotlineToday, listDrafts } from '../../../core/api/hotline.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export const draftsKey = ['hotline', 'drafts'] as const
export const todayKey = ['hotline', 'today'] as const

/** Own unfinished calls; what is in them is not read until one is opened. */
export function useDrafts() {
  return useQuery({
    queryKey: draftsKey,
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listDrafts>>('/drafts', {}, signal),
    staleTime: 0,
  })
}

export function useToday() {
  return useQuery({
    queryKey: todayKey,
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof hotlineToday>>('/hotline/today', {}, signal),
    staleTime: 0,
  })
}

export function useDropDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => apiSend<unknown>('DELETE', `/drafts/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: draftsKey }),
  })
}
