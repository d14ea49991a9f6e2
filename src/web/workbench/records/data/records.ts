import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiGet, apiSend } from '../../../kit/api.ts'
import type { RecordView } from './shapes.ts'

export const recordPath = (programme: string, id: string) => `/records/${programme}/${id}`

export function recordQuery(programme: string, id: string) {
  return queryOptions({
    queryKey: ['record', programme, id],
    queryFn: ({ signal }) => apiGet<RecordView>(recordPath(programme, id), {}, signal),
  })
}

export function useRecord(programme: string, id: string) {
  return useQuery(recordQuery(programme, id))
}

/** Takes the record as the server gave it back: the page follows, and all that may have changed with it is asked anew. */
export function useKeepRecord() {
  const client = useQueryClient()
  return (view: RecordView) => {
    client.setQueryData(recordQuery(view.programme, view.id).queryKey, view)
    for (const key of ['records', 'attendance', 'todos', 'agenda', 'figures', 'figure-entries'])
      client.invalidateQueries({ queryKey: [key] })
  }
}

export interface Opened {
  values: Record<string, unknown>
  persons: { id: string; name: string }[]
}

/** The originals of masked fields; the look is recorded with its purpose. */
export function openFields(view: Pick<RecordView, 'programme' | 'id'>, fields: readonly string[], purpose: string) {
  return apiSend<Opened>('POST', `${recordPath(view.programme, view.id)}/open`, { purpose, fields })
}
