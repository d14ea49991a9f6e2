import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../../kit/api.ts'
import type { ProgrammeShape } from './shapes.ts'

/** Every programme this post may see, as data: forms, lists and pages are drawn from it. */
export function useProgrammes() {
  return useQuery({
    queryKey: ['programmes'],
    queryFn: ({ signal }) => apiGet<{ items: ProgrammeShape[] }>('/programmes', {}, signal),
    staleTime: 600_000,
  })
}
