import { Refusal } from '../../core/refusal.ts'

/** Serialization, deadlock; too many connections; shut down, crashed, starting; no connection, or one that broke. */
const lost = ['40001', '40P01', '53300', '57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']

/**
 * A database error that was the client's doing, as a refusal: a wall said no (42501), a value that cannot be (class 22),
 * something that exists already (23505). Two writers at once, or a database that is coming up or went away: 'busy'; whether
 * it had committed is not known, and the same ids sent again are harmless.
 */
export function asRefusal(error: { code?: string; constraint?: string; message?: string }): Refusal | undefined {
  const code = error.code ?? ''
  if (code === '42501') return new Refusal('not-allowed')
  if (code.startsWith('22') && code.length === 5) return new Refusal('input-invalid', { values: { what: 'value' } })
  if (code === '23505' && error.constraint === 'people_id_hash')
    return new Refusal('person-exists', { values: { keeper: '' } })
  if (code === '23505') return new Refusal('action-reused')
  if (code === '23503') return new Refusal('not-found')
  if (lost.includes(code) || /^Connection terminated|is not queryable$/.test(error.message ?? ''))
    return new Refusal('busy')
  return undefined
}
