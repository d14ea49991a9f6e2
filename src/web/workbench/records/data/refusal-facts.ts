import { ApiRefusal } from '../../../kit/api.ts'

/** The facts that came with a refusal of this code: both versions of a stale edit, the people who may be the same one. */
export function factsOf<T>(error: unknown, code: string): T | undefined {
  if (!(error instanceof ApiRefusal) || error.code !== code) return undefined
  const body = error.body
  if (typeof body !== 'object' || body === null || !('facts' in body)) return undefined
  // The contract of the code says what its facts are; the server is ours.
  return body.facts as T
}

export interface StaleFacts {
  revision: number
  state: string
  yours: Record<string, unknown>
  theirs: Record<string, unknown>
  masked: string[]
}
