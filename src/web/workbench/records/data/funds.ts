import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import type { listFunds } from '../../../../core/api/funds.ts'
import { apiGet } from '../../../kit/api.ts'

type Funds = ResponseOf<typeof listFunds>

/** Funds the post may use for a programme: its own organisation's and those above, open now. */
export function useUsableFunds(programme: string | undefined) {
  return useQuery({
    queryKey: ['funds', 'usable', programme ?? ''],
    queryFn: ({ signal }) => apiGet<Funds>('/funds', { usable: true, programme, limit: 200 }, signal),
  })
}
