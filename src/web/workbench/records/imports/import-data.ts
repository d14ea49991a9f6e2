import { useQuery } from '@tanstack/react-query'
import type { ImportShape } from '../../../../core/api/imports.ts'
import { apiGet } from '../../../kit/api.ts'

export type { ImportShape } from '../../../../core/api/imports.ts'

export const isOver = ({ state }: Pick<ImportShape, 'state'>) =>
  state === 'done' || state === 'refused' || state === 'failed'

/** An import, looked at every second until it is over. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => apiGet<ImportShape>(`/imports/${id}`, {}, signal),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 1000),
    staleTime: 0,
  })
}
