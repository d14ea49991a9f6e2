import { sql } from 'kysely'
import type pg from 'pg'
import type { OrgCode } from '../../core/org-code.ts'
import type { Language } from '../../core/refusal.ts'
import { type Role, secondStepRoles } from '../../core/role.ts'
import { onDuty, type Tx } from '../database/actor.ts'
import type { Secrets } from '../secrets.ts'
import { createAccount, givePost } from './account-store.ts'
import { loadHeldPosts } from './held-posts.ts'
import { hashPassword } from './password.ts'
import { demoTotpSecret, sealTotp, totpCode } from './totp.ts'

/** Printed on the sign-in page of an installation with demo data; accounts with it exist nowhere else. */
export const demoPassword = 'caoyuan-2026-yanshi'

export interface DemoAccount {
  readonly name: string
  readonly displayName: string
  readonly org: OrgCode
  readonly posts: readonly { readonly role: Role; readonly org: OrgCode }[]
}

/** Makes demo accounts (duty 'load'), with a second step where a post needs one. Gives their ids, in order. */
export async function createDemoAccounts(
  tx: Tx,
  secrets: Secrets,
  accounts: readonly DemoAccount[],
): Promise<string[]> {
  const password = await hashPassword(demoPassword)
  const ids: string[] = []
  for (const { posts, ...account } of accounts) {
    const id = await createAccount(tx, { ...account, password, mustChange: false, demo: true })
    if (posts.some(({ role }) => secondStepRoles.includes(role))) {
      const sealed = sealTotp(secrets, id, demoTotpSecret(account.name))
      await tx.change(sql`UPDATE accounts SET totp = ${sealed} WHERE id = ${id}`)
    }
    for (const post of posts) await givePost(tx, { ...post, account: id, demo: true })
    ids.push(id)
  }
  return ids
}

/** The accounts a stranger may try, with their password and the code of this moment; none without demo data. */
export async function demoAccounts(pool: pg.Pool, language: Language) {
  return onDuty(pool, 'sign-in', async (tx) => {
    const rows = await tx.rows<{ id: string; name: string; display_name: string; second: boolean }>(sql`
      SELECT id, name, display_name, totp IS NOT NULL AS second FROM accounts
      WHERE demo AND disabled_at IS NULL ORDER BY home_org, created_at, id LIMIT 100`)
    const posts = await loadHeldPosts(
      tx,
      rows.map(({ id }) => id),
      language,
      { now: true },
    )
    return rows.flatMap(({ id, name, display_name: displayName, second }) =>
      (posts.get(id) ?? []).slice(0, 1).map(({ role, roleLabel, org }) => ({
        name,
        displayName,
        role,
        roleLabel,
        orgName: org.name,
        password: demoPassword,
        ...(second && { totp: totpCode(demoTotpSecret(name)) }),
      })),
    )
  })
}
