import { z } from 'zod'
import { levels } from '../org-code.ts'
import { agencyIds } from '../partner.ts'
import { contract } from './contract.ts'
import { day, orgCode, orgRef, uuid } from './shared.ts'

export const orgKinds = {
  federation: { zh: '妇联', en: 'Federation' },
  'womens-home': { zh: '妇女之家', en: 'Women’s Home' },
  'micro-home': { zh: '妇女微家', en: 'Micro-home' },
  'new-field': { zh: '新领域妇联组织', en: 'New-field organisation' },
  industry: { zh: '行业妇联', en: 'Industry federation' },
  'group-member': { zh: '团体会员', en: 'Group member' },
  partner: { zh: '协作单位', en: 'Partner agency' },
} as const

export const committeePositions = {
  chair: { zh: '主席', en: 'Chair' },
  vice: { zh: '副主席', en: 'Vice chair' },
  standing: { zh: '常委', en: 'Standing committee member' },
  member: { zh: '执委', en: 'Committee member' },
} as const

const orgKind = z.enum(['federation', 'womens-home', 'micro-home', 'new-field', 'industry', 'group-member', 'partner'])
const addedKind = z.enum(['womens-home', 'micro-home', 'new-field', 'industry', 'group-member', 'partner'])
const position = z.enum(['chair', 'vice', 'standing', 'member'])
const params = z.object({ code: orgCode })
const orgName = z.string().trim().min(2).max(60)
const basis = z.string().trim().max(400).default('')

const orgItem = z.object({
  code: z.number(),
  name: z.string(),
  shortName: z.string(),
  kind: orgKind,
  level: z.enum(levels),
  /** What a partner agency is; null for the federation's own. */
  agency: z.enum(agencyIds).nullable(),
  quasi: z.boolean(),
  /** Where it stands, from the league down: 阿拉善盟 · 阿拉善左旗. */
  path: z.string(),
  ended: z.boolean(),
})
export type OrgItem = z.infer<typeof orgItem>

export const findOrgs = contract({
  id: 'findOrgs',
  method: 'GET',
  path: '/orgs',
  access: 'post',
  summary: '按汉字、拼音、首字母查组织 / Find organisations by Chinese, pinyin or initials',
  query: z.object({
    q: z.string().trim().max(40).default(''),
    under: orgCode.optional(),
    kind: orgKind.optional(),
    limit: z.coerce.number().int().min(1).max(20).default(20),
  }),
  response: z.object({ items: z.array(orgItem) }),
})

const term = z.object({ id: uuid, number: z.number(), from: day, to: day })
const change = z.object({
  change: z.enum(['established', 'renamed', 'merged', 'closed']),
  on: day,
  basis: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})
const orgPage = orgItem.extend({
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  revision: z.number(),
  ancestors: z.array(orgRef),
  successor: orgRef.nullable(),
  term: term.nullable(),
  /** Sitting committee members. */
  members: z.number(),
  /** Direct children that stand. */
  children: z.number(),
  changes: z.array(change),
  abilities: z.array(z.enum(['add', 'rename', 'merge', 'terms', 'members'])),
})
export type OrgPage = z.infer<typeof orgPage>

export const getOrg = contract({
  id: 'getOrg',
  method: 'GET',
  path: '/orgs/:code',
  access: 'post',
  summary: '一个组织 / One organisation',
  params,
  response: orgPage,
})

export const getOrgChildren = contract({
  id: 'getOrgChildren',
  method: 'GET',
  path: '/orgs/:code/children',
  access: 'post',
  summary: '下一级组织 / The level below, with the organisations that hang on the division itself',
  params,
  query: z.object({ ended: z.enum(['true', 'false']).default('false') }),
  response: z.object({ items: z.array(orgItem.extend({ children: z.number() })) }),
})

export const addOrg = contract({
  id: 'addOrg',
  method: 'POST',
  path: '/orgs',
  access: 'post',
  summary: '建立妇女之家、新领域组织等 / Set up an organisation under a division; it gets the next serial',
  // `id` is made by the client: sent twice, it is one organisation.
  body: z
    .object({
      id: uuid,
      under: orgCode,
      kind: addedKind,
      agency: z.enum(agencyIds).optional(),
      name: orgName,
      on: day,
      basis,
    })
    .refine((org) => (org.kind === 'partner') === (org.agency !== undefined), { path: ['agency'] }),
  response: orgPage,
  refuses: ['org-unknown', 'org-ended', 'action-reused', 'date-future'],
})

export const renameOrg = contract({
  id: 'renameOrg',
  method: 'PATCH',
  path: '/orgs/:code',
  access: 'post',
  summary: '更名（保留沿革） / Rename; the old name stays in its history',
  params,
  body: z.object({
    id: uuid,
    revision: z.number().int(),
    name: orgName,
    shortName: orgName.optional(),
    on: day,
    basis,
  }),
  response: orgPage,
  refuses: ['stale-edit', 'org-ended', 'org-unknown', 'date-future'],
})

export const mergeOrg = contract({
  id: 'mergeOrg',
  method: 'POST',
  path: '/orgs/:code/merge',
  access: 'post',
  summary: '撤并：历史留在原代码，数据归入后继组织 / Merge into a successor; history keeps its code, figures follow',
  params,
  body: z.object({
    id: uuid,
    into: orgCode,
    on: day,
    basis: z.string().trim().min(2).max(400),
    /** Where single children go; those not listed go to `into`, below their parent's successor. */
    children: z
      .array(z.object({ code: orgCode, into: orgCode }))
      .max(2000)
      .default([]),
  }),
  response: orgPage.extend({ merged: z.number(), movedRecords: z.number(), movedPeople: z.number() }),
  refuses: ['org-merge-wrong', 'org-ended', 'org-unknown', 'date-future'],
})

export const listTerms = contract({
  id: 'listTerms',
  method: 'GET',
  path: '/orgs/:code/terms',
  access: 'post',
  summary: '历届 / Terms of office',
  params,
  response: z.object({ items: z.array(term) }),
})

export const addTerm = contract({
  id: 'addTerm',
  method: 'POST',
  path: '/orgs/:code/terms',
  access: 'post',
  summary: '登记一届 / Record a term',
  params,
  body: z.object({ id: uuid, number: z.number().int().min(1).max(99), from: day, to: day }),
  response: term,
  refuses: ['term-overlap', 'period-wrong', 'org-unknown'],
})

const member = z.object({
  id: uuid,
  position,
  from: day,
  to: z.string().nullable(),
  removedReason: z.string().nullable(),
  term: z.string().nullable(),
  /** null where she is outside the reader's scope: the seat is public, the person is not. */
  person: z.object({ id: uuid, name: z.string() }).nullable(),
})

export const listCommittee = contract({
  id: 'listCommittee',
  method: 'GET',
  path: '/orgs/:code/members',
  access: 'post',
  summary: '执委名单 / Committee members',
  params,
  query: z.object({ past: z.enum(['true', 'false']).default('false') }),
  response: z.object({ items: z.array(member) }),
})

export const addCommitteeMember = contract({
  id: 'addCommitteeMember',
  method: 'POST',
  path: '/orgs/:code/members',
  access: 'post',
  summary: '增补执委 / Seat a committee member',
  params,
  body: z.object({ id: uuid, person: uuid, position, from: day, term: uuid.optional() }),
  response: member,
  refuses: ['org-unknown', 'not-found', 'seat-taken', 'date-future'],
})

export const endCommitteeMember = contract({
  id: 'endCommitteeMember',
  method: 'POST',
  path: '/orgs/:code/members/:member/end',
  access: 'post',
  summary: '执委离任 / End a seat, with the reason',
  params: params.extend({ member: uuid }),
  body: z.object({ to: day, reason: z.string().trim().min(2).max(200) }),
  response: member,
  refuses: ['not-found', 'period-wrong', 'state-passed'],
})
