import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { DrawnReview, listReviews, Review } from '../../../core/api/reviews.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

type ReviewsAnswer = ResponseOf<typeof listReviews>

export const fetchReviews = (cursor: string | null, signal: AbortSignal) =>
  apiGet<ReviewsAnswer>('/reviews', { cursor, limit: 50 }, signal)

/** Whether this post writes reviews. */
export function useMayMakeReviews(): boolean {
  const { data } = useQuery({
    queryKey: ['reviews', 'ground'],
    queryFn: ({ signal }) => apiGet<ReviewsAnswer>('/reviews', { limit: 1 }, signal),
  })
  return data?.mayMake ?? false
}

export function useReview(id: string) {
  return useQuery({
    queryKey: ['reviews', 'one', id],
    queryFn: ({ signal }) => apiGet<Review>(`/reviews/${id}`, {}, signal),
  })
}

/** The review as it reads: a draft by the figures of now, so it is asked anew whenever its version or state changed. */
export function useDrawn({ id, version, state }: Review) {
  return useQuery({
    queryKey: ['reviews', 'drawn', id, version, state],
    queryFn: ({ signal }) => apiGet<DrawnReview>(`/reviews/${id}/preview`, {}, signal),
    retry: false,
  })
}

/** Sends one step; what comes back is the review as it now stands. */
export function useReviewChange() {
  const client = useQueryClient()
  return async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<Review> => {
    try {
      return await apiSend<Review>(method, path, body)
    } finally {
      await client.invalidateQueries({ queryKey: ['reviews'] })
      await client.invalidateQueries({ queryKey: ['releases'] })
    }
  }
}
