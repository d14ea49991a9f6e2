import { useQuery } from '@tanstack/react-query'
import type { MeasureRow } from '../../../core/api/figures.ts'
import type { Unit } from '../../../core/unit.ts'
import { apiGet } from '../../kit/api.ts'

export type MeasureInfo = Omit<MeasureRow, 'unit'> & { unit: Unit }

/** Every measure this post may ask for. */
export function useMeasures() {
  return useQuery({
    queryKey: ['measures'],
    queryFn: ({ signal }) => apiGet<readonly MeasureInfo[]>('/measures', {}, signal),
    staleTime: 600_000,
  })
}
