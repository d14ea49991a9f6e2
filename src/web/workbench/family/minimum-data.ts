import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listMinimum } from '../../../core/api/family-minimum.ts'
import { plaques } from '../../../programmes/family-education/plaques.ts'
import { apiGet } from '../../kit/api.ts'
import type { Language } from '../../kit/i18n.ts'

export type MinimumPage = ResponseOf<typeof listMinimum>

export const fetchMinimum = (stands: string, cursor: string | null, signal: AbortSignal) =>
  apiGet<MinimumPage>('/family-places/minimum', { stands, cursor, limit: 30 }, signal)

/** How one place stands, for its own page. */
export function useMinimumOf(place: string) {
  return useQuery({
    queryKey: ['records', 'family-minimum', place],
    queryFn: ({ signal }) => apiGet<MinimumPage>('/family-places/minimum', { place }, signal),
  })
}

export const plaqueName = (plaque: string, chosen: Language): string =>
  plaques[plaque as keyof typeof plaques]?.[chosen] ?? plaque
