import * as api from '../../core/api/orgs.ts'
import { Refusal } from '../../core/refusal.ts'
import { postRoute, type Route } from '../http/route.ts'
import { changeName, establishOrg } from './change-org.ts'
import { committeeOf, recordTerm, seatMember, termsOf, unseatMember } from './committee.ts'
import { searchOrgs } from './find-orgs.ts'
import { mergeInto } from './merge-org.ts'
import { findOrg, toItems } from './org-rows.ts'
import { listChildren, showOrg } from './show-org.ts'

export const orgRoutes: readonly Route[] = [
  postRoute(api.findOrgs, async ({ tx, query }) => ({ items: await searchOrgs(tx, query) })),
  postRoute(api.getOrg, ({ tx, actor, params }) => showOrg(tx, actor, params.code)),
  postRoute(api.getOrgChildren, async ({ tx, params, query }) => {
    const org = await findOrg(tx, params.code)
    if (!org) throw new Refusal('not-found')
    const rows = await listChildren(tx, org, query.ended === 'true')
    const items = await toItems(tx, rows)
    return { items: items.map((item, i) => ({ ...item, children: rows[i]?.children ?? 0 })) }
  }),
  postRoute(api.addOrg, async ({ tx, actor, body }) => showOrg(tx, actor, await establishOrg(tx, actor, body))),
  postRoute(api.renameOrg, async ({ tx, actor, params, body }) => {
    await changeName(tx, actor, params.code, body)
    return showOrg(tx, actor, params.code)
  }),
  postRoute(api.mergeOrg, async ({ tx, actor, params, body }) => {
    const merged = await mergeInto(tx, actor, params.code, body)
    return { ...(await showOrg(tx, actor, params.code)), ...merged }
  }),
  postRoute(api.listTerms, async ({ tx, params }) => ({ items: await termsOf(tx, params.code) })),
  postRoute(api.addTerm, ({ tx, actor, params, body }) => recordTerm(tx, actor, params.code, body)),
  postRoute(api.listCommittee, async ({ tx, params, query }) => ({
    items: await committeeOf(tx, params.code, query.past === 'true'),
  })),
  postRoute(api.addCommitteeMember, ({ tx, actor, params, body }) => seatMember(tx, actor, params.code, body)),
  postRoute(api.endCommitteeMember, ({ tx, actor, params, body }) =>
    unseatMember(tx, actor, params.code, params.member, body),
  ),
]
