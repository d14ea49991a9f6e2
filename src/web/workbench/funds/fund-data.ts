import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundPage, listPeriods } from '../../../core/api/funds.ts'
import type { listPayable, PaymentBatchPage } from '../../../core/api/payments.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export function useFund(id: string, span: { from?: string | undefined; to?: string | undefined }) {
  return useQuery({
    queryKey: ['funds', 'one', id, span],
    queryFn: ({ signal }) => apiGet<FundPage>(`/funds/${id}`, span, signal),
  })
}

export function usePeriods() {
  return useQuery({
    queryKey: ['periods'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listPeriods>>('/periods', {}, signal),
  })
}

export function usePayable(enabled: boolean) {
  return useQuery({
    queryKey: ['payments', 'due'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listPayable>>('/payable', {}, signal),
    enabled,
  })
}

/** A batch; while its answers are being taken to the records it is asked again and again. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: ['payments', 'batch', id],
    queryFn: ({ signal }) => apiGet<PaymentBatchPage>(`/payment-batches/${id}`, {}, signal),
    refetchInterval: (query) => ((query.state.data?.waitingAnswers ?? 0) > 0 ? 1500 : false),
  })
}

/** Sends a change about money, then asks anew for what hangs on it. */
export function useMoneyChange() {
  const client = useQueryClient()
  return async <T>(path: string, body?: unknown): Promise<T> => {
    const answer = await apiSend<T>('POST', path, body)
    for (const key of ['funds', 'transfers', 'payments', 'periods']) client.invalidateQueries({ queryKey: [key] })
    return answer
  }
}
