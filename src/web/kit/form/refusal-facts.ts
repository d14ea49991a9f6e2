import { ApiRefusal } from '../api.ts'

/** A fact a refusal came with (both versions, candidates, the keeper); undefined when it has none of that name. */
export function refusalFact(refusal: unknown, name: string): unknown {
  if (!(refusal instanceof ApiRefusal) || typeof refusal.body !== 'object' || refusal.body === null) return undefined
  const facts: unknown = Reflect.get(refusal.body, 'facts')
  return typeof facts === 'object' && facts !== null ? Reflect.get(facts, name) : undefined
}
