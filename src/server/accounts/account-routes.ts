import {
  decideTotpReset as decideTotpResetContract,
  deleteAccountPost,
  deleteAccountSessions,
  getAudit,
  listAccounts as listAccountsContract,
  listColleagues as listColleaguesContract,
  listTotpResets as listTotpResetsContract,
  postAccount,
  postAccountPost,
  postDisable,
  postEnable,
  postTotpReset,
  postUnlock,
  putAccountPassword,
} from '../../core/api/accounts.ts'
import { postRoute, type Route } from '../http/route.ts'
import { listAccounts } from './account-list.ts'
import { createAccount, endPost, givePost } from './account-store.ts'
import { readAudit } from './audit.ts'
import { listColleagues } from './colleagues.ts'
import { authorOf, changeAccount, requireOwnOrg, requireSubordinate, resetPassword } from './manage-account.ts'
import { firstPassword, hashPassword } from './password.ts'
import { askTotpReset, decideTotpReset, listTotpResets } from './totp-resets.ts'

const done = { done: true } as const

export const accountRoutes: readonly Route[] = [
  postRoute(listAccountsContract, ({ tx, actor, query }) => listAccounts(tx, actor, query)),
  postRoute(listColleaguesContract, async ({ tx, actor }) => ({ items: await listColleagues(tx, actor) })),

  postRoute(postAccount, async ({ tx, actor, body }) => {
    await requireOwnOrg(tx, actor, body.org)
    const password = firstPassword()
    const kept = await hashPassword(password)
    const id = await createAccount(tx, { ...body, password: kept, mustChange: true, by: authorOf(actor) })
    return { id, name: body.name, firstPassword: password }
  }),

  postRoute(postAccountPost, async ({ tx, actor, params, body }) => {
    await requireSubordinate(tx, actor, params.id)
    await requireOwnOrg(tx, actor, body.org)
    return { id: await givePost(tx, { ...body, account: params.id, by: authorOf(actor) }) }
  }),

  postRoute(deleteAccountPost, async ({ tx, actor, params }) => {
    await requireSubordinate(tx, actor, params.id)
    await endPost(tx, { id: params.postId, account: params.id, by: authorOf(actor) })
    return done
  }),

  postRoute(putAccountPassword, ({ tx, actor, params }) => resetPassword(tx, actor, params.id)),

  postRoute(postUnlock, async ({ tx, actor, params }) => {
    await changeAccount(tx, actor, params.id, 'unlocked')
    return done
  }),
  postRoute(postDisable, async ({ tx, actor, params }) => {
    await changeAccount(tx, actor, params.id, 'account-disabled')
    return done
  }),
  postRoute(postEnable, async ({ tx, actor, params }) => {
    await changeAccount(tx, actor, params.id, 'account-enabled')
    return done
  }),
  postRoute(deleteAccountSessions, async ({ tx, actor, params }) => {
    await changeAccount(tx, actor, params.id, 'sessions-ended')
    return done
  }),

  postRoute(postTotpReset, async ({ tx, actor, params, body }) => {
    await askTotpReset(tx, actor, params.id, body)
    return done
  }),
  postRoute(listTotpResetsContract, ({ tx, actor }) => listTotpResets(tx, actor)),
  postRoute(decideTotpResetContract, async ({ tx, actor, params, body }) => {
    await decideTotpReset(tx, actor, params.id, body.agreed)
    return done
  }),

  postRoute(getAudit, ({ tx, actor, query }) => readAudit(tx, actor, query)),
]
