import type { AccountRow } from '../../../core/api/accounts.ts'

export type AccountTask = 'unlock' | 'reset' | 'signOut' | 'disable' | 'enable'

/** How each is sent. */
export const taskRequests = {
  unlock: { method: 'POST', path: 'unlock' },
  reset: { method: 'PUT', path: 'password' },
  signOut: { method: 'DELETE', path: 'sessions' },
  disable: { method: 'POST', path: 'disable' },
  enable: { method: 'POST', path: 'enable' },
} as const satisfies Record<AccountTask, { method: 'POST' | 'PUT' | 'DELETE'; path: string }>

/** What makes sense for an account as it stands. A shared demo account keeps its password and stays open. */
export function accountTasks(account: AccountRow): AccountTask[] {
  return [
    ...(account.locked ? (['unlock'] as const) : []),
    ...(account.demo || account.disabled ? [] : (['reset'] as const)),
    ...(account.disabled ? [] : (['signOut'] as const)),
    ...(account.disabled ? (['enable'] as const) : account.demo ? [] : (['disable'] as const)),
  ]
}
