import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { LocalDetail, listLocalProgrammes, Reading } from '../../../core/api/local-programmes.ts'
import type { LocalSpec } from '../../../core/local/spec.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type LocalAnswer = ResponseOf<typeof listLocalProgrammes>
export type LocalVersion = LocalDetail['versions'][number]

const readList = (signal: AbortSignal) => apiGet<LocalAnswer>('/local-programmes', {}, signal)

export async function fetchLocal(_: string | null, signal: AbortSignal) {
  const { items } = await readList(signal)
  return { items, next: null, total: items.length }
}

/** Whether this post composes, and for which levels. */
export const useLocalGround = () =>
  useQuery({ queryKey: ['local', 'ground'], queryFn: ({ signal }) => readList(signal) })

export const useLocal = (id: string) =>
  useQuery({
    queryKey: ['local', id],
    queryFn: ({ signal }) => apiGet<LocalDetail>(`/local-programmes/${id}`, {}, signal),
    enabled: id !== '',
  })

/** What the house makes of a spec; undefined while it is not complete. */
export const useReading = (spec: LocalSpec | undefined, programme: string | undefined) =>
  useQuery({
    queryKey: ['local', 'reading', spec, programme],
    queryFn: ({ signal }) =>
      apiSend<Reading>('POST', '/local-programmes/preview', { spec, ...(programme && { programme }) }, signal),
    enabled: spec !== undefined,
    retry: false,
    placeholderData: (held) => held,
  })

/** Sends one step; what is known of definitions is then asked for anew, also when it was refused as stale. */
export function useLocalChange() {
  const client = useQueryClient()
  return async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<LocalDetail> => {
    try {
      return await apiSend<LocalDetail>(method, path, body)
    } finally {
      await Promise.all(
        ['local', 'programmes', 'me'].map((key) =>
          client.invalidateQueries({ queryKey: [key], refetchType: 'active' }),
        ),
      )
    }
  }
}
