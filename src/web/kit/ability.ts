/** What this reader may do here, as the server says it: a list of actions, or each action allowed or refused with a reason. */
export type Abilities = readonly string[] | Readonly<Record<string, boolean | { allowed: boolean; why?: string }>>

/** Asks the abilities that came with a response. The web never works out rights by itself: what is not said is not allowed. */
export function abilityOf(abilities: Abilities | undefined, action: string): { allowed: boolean; why: string | null } {
  if (abilities === undefined) return { allowed: false, why: null }
  if (isList(abilities)) return { allowed: abilities.includes(action), why: null }
  const said = abilities[action]
  if (said === undefined || typeof said === 'boolean') return { allowed: said === true, why: null }
  return { allowed: said.allowed, why: said.why ?? null }
}

function isList(abilities: Abilities): abilities is readonly string[] {
  return Array.isArray(abilities)
}
