import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listAgenda } from '../../../core/api/todos.ts'
import { apiGet } from '../../kit/api.ts'

type Agenda = ResponseOf<typeof listAgenda>

/** What my organisation and those below it hold in the coming days. */
export function useAgenda() {
  return useQuery({ queryKey: ['agenda'], queryFn: ({ signal }) => apiGet<Agenda>('/agenda', {}, signal) })
}
