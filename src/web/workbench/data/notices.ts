import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listNotices } from '../../../core/api/notices.ts'
import { apiGet, apiSend } from '../../kit/api.ts'
import { usePages } from '../../kit/use-pages.ts'

export type NoticePage = ResponseOf<typeof listNotices>
export type Notice = NoticePage['items'][number]

/** The newest notices and how many are unread; asked anew every minute, like the house tells them. */
export function useNotices(enabled = true) {
  return useQuery({
    queryKey: ['notices', 'newest'],
    queryFn: ({ signal }) => apiGet<NoticePage>('/notices', { limit: 8 }, signal),
    refetchInterval: 60_000,
    enabled,
  })
}

/** All notices, page by page. */
export function useAllNotices() {
  return usePages<Notice, NoticePage>(['notices', 'all'], (cursor, signal) =>
    apiGet<NoticePage>('/notices', { cursor, limit: 50 }, signal),
  )
}

/** Marks these as read, or all. */
export function useReadNotices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[] | undefined) => apiSend<unknown>('POST', '/notices/read', ids ? { ids } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
}
