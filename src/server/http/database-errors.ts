import { Refusal } from '../../core/refusal.ts'

/**
 * A database error that was the client's doing, as a refusal: a wall said no (42501), a value that cannot be (class 22),
 * something that exists already (23505), two writers at once (40001, 40P01), no connection to be had (53300, 57P03).
 */
export function asRefusal(error: { code?: string; constraint?: string }): Refusal | undefined {
  const code = error.code ?? ''
  if (code === '42501') return new Refusal('not-allowed')
  if (code.startsWith('22') && code.length === 5) return new Refusal('input-invalid', { values: { what: 'value' } })
  if (code === '23505' && error.constraint === 'people_id_hash') return new Refusal('person-exists', { values: { keeper: '' } })
  if (code === '23505') return new Refusal('action-reused')
  if (code === '23503') return new Refusal('not-found')
  if (['40001', '40P01', '53300', '57P03', 'ECONNREFUSED'].includes(code)) return new Refusal('busy')
  return undefined
}
