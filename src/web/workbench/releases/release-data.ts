import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { checkRelease, listReleases, Release, ReleaseRow } from '../../../core/api/releases.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type ReleasesAnswer = ResponseOf<typeof listReleases>
export type Checked = ResponseOf<typeof checkRelease>

export const fetchReleases = (cursor: string | null, signal: AbortSignal) =>
  apiGet<ReleasesAnswer>('/releases', { cursor, limit: 50 }, signal)

/** The newest releases: whether this post makes any, and what a new one may supersede. */
export function useReleaseGround(org: number): { mayMake: boolean; sealed: readonly ReleaseRow[] } {
  const query = useQuery({
    queryKey: ['releases', 'ground'],
    queryFn: ({ signal }) => apiGet<ReleasesAnswer>('/releases', { limit: 100 }, signal),
  })
  const own = query.data?.items.filter((row) => row.org.code === org && row.state === 'sealed' && !row.superseded)
  return { mayMake: query.data?.mayMake ?? false, sealed: own ?? [] }
}

export function useRelease(id: string) {
  return useQuery({
    queryKey: ['releases', id],
    queryFn: ({ signal }) => apiGet<Release>(`/releases/${id}`, {}, signal),
  })
}

/** Sends one step; releases are then asked for again, also when it was refused as stale. */
export function useReleaseChange() {
  const client = useQueryClient()
  return async (path: string, body: unknown): Promise<Release> => {
    try {
      return await apiSend<Release>('POST', path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['releases'] })
    }
  }
}
