import { sql } from 'kysely'
import type { Me } from '../../core/api/session.ts'
import { todayInShanghai } from '../../core/day.ts'
import { isFor, mayMake } from '../../core/local/fit.ts'
import type { OrgCode } from '../../core/org-code.ts'
import type { Language } from '../../core/refusal.ts'
import type { Role } from '../../core/role.ts'
import { localProgrammes } from '../../local-programmes.ts'
import { programmes } from '../../registry.ts'
import { readsChecks } from '../checking/statement-rows.ts'
import type { Tx } from '../database/actor.ts'
import type { Caller } from '../http/caller.ts'
import { readsLocal } from '../local/local-rows.ts'
import { loadHeldPosts } from './held-posts.ts'
import { nextStepOf } from './next-step.ts'

// The three administrators see no business content (R-SEC-03); the statistician sees figures and masked records.
const withoutBusiness: readonly Role[] = ['administrator', 'security', 'auditor']
const pages = {
  people: (role: Role) => !withoutBusiness.includes(role) && role !== 'statistician' && role !== 'partner',
  imports: (role: Role) => !withoutBusiness.includes(role) && role !== 'statistician' && role !== 'partner',
  funds: (role: Role) => ['finance', 'auditor', 'chair', 'statistician', 'rights'].includes(role),
  accounts: (role: Role) => withoutBusiness.includes(role),
  localProgrammes: (role: Role, org: OrgCode) => readsLocal({ role, org }),
  audit: (role: Role) => role === 'auditor' || role === 'security' || role === 'rights',
  checks: readsChecks,
  // Who asks to open a sealed record, who agrees, and who watches over both (R-PRI-08).
  breakGlass: (role: Role) =>
    ['chair', 'rights', 'family', 'operator', 'mediator', 'lawyer', 'auditor', 'security'].includes(role),
}

/** Who the caller is, the posts she may choose, and what the post she acts under opens. Runs on sign-in duty. */
export async function describeMe(tx: Tx, caller: Caller, language: Language): Promise<Me> {
  const posts = (await loadHeldPosts(tx, [caller.account], language, { now: true })).get(caller.account) ?? []
  const post = posts.find((held) => held.id === caller.post?.id)
  const demo = await tx.first<{ own: boolean; house: boolean }>(sql`
    SELECT demo AS own, EXISTS (SELECT FROM accounts WHERE demo) AS house FROM accounts WHERE id = ${caller.account}`)
  const may = (page: keyof typeof pages) => post !== undefined && pages[page](post.role, post.org.code)
  return {
    account: { id: caller.account, name: caller.name, displayName: caller.displayName, demo: demo?.own ?? false },
    post: post ?? null,
    posts,
    menu: post ? menuOf({ role: post.role, org: post.org.code }, language) : [],
    abilities: {
      people: may('people'),
      imports: may('imports'),
      funds: may('funds'),
      accounts: may('accounts'),
      localProgrammes: may('localProgrammes'),
      audit: may('audit'),
      checks: may('checks'),
      breakGlass: may('breakGlass'),
    },
    next: nextStepOf({ mustChange: caller.mustChange, hasTotp: caller.hasTotp, post, posts }),
    hasTotp: caller.hasTotp,
    demo: demo?.house ?? false,
    today: todayInShanghai(new Date()),
  }
}

function menuOf({ role, org }: { role: Role; org: OrgCode }, language: Language): Me['menu'] {
  return [...programmes, ...localProgrammes()]
    .filter((p) => isFor(p, org) && (p.access.see.includes(role) || p.access.create.includes(role)))
    .map((p) => ({
      programme: p.id,
      label: p.label[language],
      kind: p.kind,
      service: p.service,
      icon: p.kind,
      abilities: { create: mayMake(p, { role, org }) },
    }))
}
