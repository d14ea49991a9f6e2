import type { Contract } from '../../core/api/contract.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Caller } from '../http/caller.ts'
import { type PublicContext, publicRoute, type Route } from '../http/route.ts'

export interface OwnContext<P, Q, B> extends PublicContext<P, Q, B> {
  readonly caller: Caller
}

/**
 * An endpoint about the caller's own account. It opens its transactions itself, on sign-in duty: a password is checked
 * outside any of them (80 ms of scrypt would hold a connection), and a failed try must be kept though the request is refused.
 */
export function ownRoute<P, Q, B, R>(
  contract: Contract<P, Q, B, R>,
  handler: (context: OwnContext<P, Q, B>) => Promise<R>,
): Route {
  return publicRoute(contract, async (context) => {
    if (!context.caller) throw new Refusal('signed-out')
    return handler({ ...context, caller: context.caller })
  })
}
