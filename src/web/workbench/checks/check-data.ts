import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CheckShape, FindingShape } from '../../../core/api/checks.ts'
import { apiGet, apiSend } from '../../kit/api.ts'

export type Level = FindingShape['level']
export const levels: readonly Level[] = ['error', 'warning', 'note']

export function useCheck(id: string) {
  return useQuery({
    queryKey: ['checks', 'one', id],
    queryFn: ({ signal }) => apiGet<CheckShape>(`/checks/${id}`, {}, signal),
  })
}

/** Sends a change of a check; what comes back is the check as it now stands. */
export function useCheckChange() {
  const client = useQueryClient()
  return async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<CheckShape> => {
    const check = await apiSend<CheckShape>(method, path, body)
    client.setQueryData(['checks', 'one', check.id], check)
    await client.invalidateQueries({ queryKey: ['checks', 'list'] })
    return check
  }
}

/** The text of a file, read by the server; nothing is kept. */
export function readFile(file: File): Promise<{ name: string; text: string }> {
  const form = new FormData()
  form.append('file', file)
  return apiSend('POST', '/checks/read', form)
}

/** The DOM id of the mark at a place of a text. */
export const markId = ({ draft, at }: { draft: number; at: number }) => `mark-${draft}-${at}`
