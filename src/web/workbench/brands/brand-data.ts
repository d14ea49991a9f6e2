import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { listBrands } from '../../../core/api/brands.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type BrandsAnswer = ResponseOf<typeof listBrands>

/** Brands of own organisation, those above and below; few enough for one page. */
export async function fetchBrands(programme: string, signal: AbortSignal) {
  const { items } = await apiGet<BrandsAnswer>('/brands', programme ? { programme } : {}, signal)
  return { items, next: null, total: items.length }
}

/** Whether this post makes brands, and on what. */
export function useBrandGround(): Pick<BrandsAnswer, 'mayMake' | 'programmes'> {
  const query = useQuery({
    queryKey: ['brands', 'ground'],
    queryFn: ({ signal }) => apiGet<BrandsAnswer>('/brands', { limit: 1 }, signal),
  })
  return query.data ?? { mayMake: false, programmes: [] }
}

/** Sends a change of a brand; lists of brands are then asked again, also when it was refused as stale. */
export function useBrandChange() {
  const client = useQueryClient()
  return async <T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> => {
    try {
      return await apiSend<T>(method, path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['brands'] })
    }
  }
}
