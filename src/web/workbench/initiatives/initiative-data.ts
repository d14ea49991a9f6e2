import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type {
  getInitiativeFigures,
  getRecordInitiatives,
  Initiative,
  listInitiativeRecords,
  listInitiatives,
} from '../../../core/api/initiatives.ts'
import type { Day } from '../../../core/day.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type Tree = ResponseOf<typeof listInitiatives>
export type Told = ResponseOf<typeof getInitiativeFigures>
export type Marks = ResponseOf<typeof getRecordInitiatives>
export type MarkedRecord = ResponseOf<typeof listInitiativeRecords>['items'][number]

export const useTree = () =>
  useQuery({
    queryKey: ['records', 'initiatives'],
    queryFn: ({ signal }) => apiGet<Tree>('/initiatives', {}, signal),
  })

export const useTold = ({ id, counted }: Initiative, from: Day, to: Day, earlier: boolean) =>
  useQuery({
    queryKey: ['records', 'initiatives', id, from, to, earlier],
    enabled: counted,
    queryFn: ({ signal }) => apiGet<Told>(`/initiatives/${id}/figures`, { from, to, earlier: String(earlier) }, signal),
  })

export const fetchMarked = (id: string, cursor: string | null, signal: AbortSignal) =>
  apiGet<ResponseOf<typeof listInitiativeRecords>>(`/initiatives/${id}/records`, { cursor, limit: 20 }, signal)

export const useMarks = (path: string) =>
  useQuery({
    queryKey: ['records', 'initiatives', 'of', path],
    queryFn: ({ signal }) => apiGet<Marks>(`${path}/initiatives`, {}, signal),
  })

/** Says anew what belongs; the tree and its figures are then asked again. */
export function useBelonging() {
  const client = useQueryClient()
  return async (path: string, body: unknown): Promise<void> => {
    await apiSend('PUT', path, body)
    await client.invalidateQueries({ queryKey: ['records', 'initiatives'] })
  }
}
