import { z } from 'zod'
import { contract } from './contract.ts'
import { cursor, day, done, limit, orgCode, orgRef, pageOf, uuid } from './shared.ts'

/** What consent is asked for (processes 0.3, PIPL art. 14, 23, 29). */
export const consentPurposes = {
  registration: { zh: '登记建档', en: 'Registration' },
  contact: { zh: '联系和通知', en: 'Contact and notices' },
  identity: { zh: '核对证件号码', en: 'Checking the identity number' },
  health: { zh: '处理健康信息', en: 'Health information' },
  images: { zh: '使用照片和影像', en: 'Photos and film' },
  referral: { zh: '转介其他单位', en: 'Referral to another body' },
  publicity: { zh: '宣传和公示', en: 'Publicity and public notice' },
} as const

export const relations = {
  self: { zh: '户主', en: 'Head' },
  spouse: { zh: '配偶', en: 'Spouse' },
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  grandparent: { zh: '祖父母', en: 'Grandparent' },
  grandchild: { zh: '孙子女', en: 'Grandchild' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  other: { zh: '其他', en: 'Other' },
} as const

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => z.enum(Object.keys(table) as [K, ...K[]])
const purpose = keysOf(consentPurposes)
const relation = keysOf(relations)
const consentMethod = z.enum(['ticked', 'signed', 'recorded', 'guardian-signed'])
const idType = z.enum(['citizen-id', 'residence-permit', 'foreign-permanent', 'passport'])
const gender = z.enum(['female', 'male', 'unknown'])
const phoneSafe = z.enum(['yes', 'no', 'at-times'])
const params = z.object({ id: uuid })
const reason = z.string().trim().max(400)

/** A row of a list. `named`: the name is whole, because the reader's own organisation keeps her; otherwise 王*. */
const personRow = z.object({
  id: uuid,
  name: z.string(),
  named: z.boolean(),
  gender,
  birthYear: z.number().nullable(),
  minor: z.boolean(),
  org: orgRef,
  phone: z.string().nullable(),
  hasDocument: z.boolean(),
})
export type PersonRow = z.infer<typeof personRow>

export const listPeople = contract({
  id: 'listPeople',
  method: 'GET',
  path: '/people',
  access: 'post',
  summary: '查人：姓名开头或手机后四位 / People by the start of a name or the last four digits of a phone',
  query: z.object({ q: z.string().trim().max(60).default(''), org: orgCode.optional(), cursor, limit }),
  response: pageOf(personRow),
  refuses: ['number-in-address', 'cursor-invalid'],
})

export const findPerson = contract({
  id: 'findPerson',
  method: 'POST',
  path: '/people/find',
  access: 'post',
  summary: '按证件号或电话找人（号码不进网址） / Find by a whole number, which never stands in an address',
  body: z
    .object({
      idType: idType.default('citizen-id'),
      idNumber: z.string().max(40).optional(),
      phone: z.string().max(40).optional(),
    })
    .refine((b) => (b.idNumber === undefined) !== (b.phone === undefined), {
      message: 'one of both',
      path: ['idNumber'],
    }),
  response: z.object({ items: z.array(personRow) }),
  refuses: ['id-number-wrong', 'phone-wrong'],
})

const consent = z.object({
  id: uuid,
  purpose,
  recipient: z.string(),
  method: consentMethod,
  givenAt: z.string(),
  withdrawnAt: z.string().nullable(),
})
const householdMember = z.object({
  person: uuid,
  name: z.string(),
  relation,
  from: z.string().nullable(),
  to: z.string().nullable(),
})
const household = z.object({
  id: uuid,
  org: orgRef,
  address: z.string(),
  revision: z.number(),
  members: z.array(householdMember),
})
export type Household = z.infer<typeof household>

const personPage = personRow.extend({
  /** Given where the reader's own organisation keeps her and she is no child; otherwise opened with a purpose. */
  birthDate: z.string().nullable(),
  idType: idType.nullable(),
  idNumber: z.string().nullable(),
  phoneSafe,
  address: z.string().nullable(),
  ethnicity: z.string().nullable(),
  guardian: uuid.nullable(),
  mergedInto: uuid.nullable(),
  erased: z.boolean(),
  protected: z.boolean(),
  revision: z.number(),
  consents: z.array(consent),
  households: z.array(z.object({ id: uuid, relation, to: z.string().nullable() })),
  merges: z.array(z.object({ id: uuid, merged: uuid, reason: z.string(), at: z.string() })),
  abilities: z.array(z.enum(['open', 'edit', 'consent', 'merge', 'erase', 'protect'])),
})
export type PersonPage = z.infer<typeof personPage>

export const getPerson = contract({
  id: 'getPerson',
  method: 'GET',
  path: '/people/:id',
  access: 'post',
  summary: '一个人（打码） / One person, masked',
  params,
  response: personPage,
})

const openable = z.enum(['name', 'idNumber', 'phone', 'address', 'birthDate'])
export type OpenableField = z.infer<typeof openable>
export const openPerson = contract({
  id: 'openPerson',
  method: 'POST',
  path: '/people/:id/open',
  access: 'post',
  summary: '查看原文并留痕 / Open masked fields; the read is logged with its purpose',
  params,
  body: z.object({ purpose: reason, fields: z.array(openable).min(1).max(5) }),
  response: z.object({
    name: z.string().optional(),
    idNumber: z.string().nullable().optional(),
    phone: z.string().nullable().optional(),
    address: z.string().nullable().optional(),
    birthDate: z.string().nullable().optional(),
  }),
  refuses: ['purpose-needed', 'not-allowed'],
})

const given = z.object({ purpose, recipient: z.string().trim().max(60).default(''), method: consentMethod })
const personFields = {
  name: z.string().max(200),
  gender,
  birthDate: day.nullable(),
  idType,
  idNumber: z.string().max(40).nullable(),
  phone: z.string().max(40).nullable(),
  phoneSafe,
  address: z.string().trim().max(120).nullable(),
  ethnicity: z.string().trim().max(20).nullable(),
  org: orgCode,
}
const { name, org, ...optional } = personFields
const addBody = z.object({
  id: uuid,
  name,
  org,
  ...z.object(optional).partial().shape,
  /** Of a child under 14, who is registered with the guardian's signed consent only. */
  guardian: uuid.optional(),
  consents: z.array(given).max(7).default([]),
  /** She has been compared with the similar people shown, and is none of them. */
  confirmedNew: z.boolean().default(false),
})
export type NewPerson = z.infer<typeof addBody>
export const addPerson = contract({
  id: 'addPerson',
  method: 'POST',
  path: '/people',
  access: 'post',
  summary: '登记一个人 / Register a person',
  body: addBody,
  response: personPage,
  refuses: [
    'person-exists',
    'person-similar',
    'guardian-needed',
    'id-number-wrong',
    'phone-wrong',
    'field-invalid',
    'org-unknown',
    'org-ended',
  ],
})

const editBody = z.object({
  revision: z.number().int(),
  ...z.object(personFields).partial().shape,
  guardian: uuid.nullable().optional(),
  protected: z.boolean().optional(),
})
export type PersonEdit = z.infer<typeof editBody>
export const editPerson = contract({
  id: 'editPerson',
  method: 'PATCH',
  path: '/people/:id',
  access: 'post',
  summary: '修改 / Edit a person',
  params,
  body: editBody,
  response: personPage,
  refuses: [
    'stale-edit',
    'person-exists',
    'id-number-wrong',
    'phone-wrong',
    'field-invalid',
    'guardian-needed',
    'org-unknown',
    'org-ended',
  ],
})

export const giveConsent = contract({
  id: 'giveConsent',
  method: 'POST',
  path: '/people/:id/consents',
  access: 'post',
  summary: '记录同意 / Record a consent',
  params,
  body: given.extend({ id: uuid }),
  response: consent,
})
export const withdrawConsent = contract({
  id: 'withdrawConsent',
  method: 'POST',
  path: '/people/:id/consents/:consent/withdraw',
  access: 'post',
  summary: '撤回同意 / Withdraw a consent',
  params: params.extend({ consent: uuid }),
  response: consent,
})

export const mergePeople = contract({
  id: 'mergePeople',
  method: 'POST',
  path: '/people/:id/merge',
  access: 'post',
  summary: '并入另一条登记（可撤销） / Merge this row into another of the same woman; it can be undone',
  params,
  body: z.object({ id: uuid, into: uuid, reason: reason.min(2) }),
  response: z.object({ merge: uuid, kept: uuid, records: z.number() }),
  refuses: ['merge-self', 'merge-documents-differ', 'merged-already'],
})
export const undoMerge = contract({
  id: 'undoMerge',
  method: 'POST',
  path: '/people/merges/:id/undo',
  access: 'post',
  summary: '撤销合并 / Undo a merge',
  params,
  response: z.object({ merge: uuid, kept: uuid, records: z.number() }),
  refuses: ['merge-later-first'],
})

export const erasePerson = contract({
  id: 'erasePerson',
  method: 'POST',
  path: '/people/:id/erase',
  access: 'post',
  summary: '删除个人信息（统计数不变，不可恢复） / Erase her identity; what was counted stays counted',
  params,
  body: z.object({ reason: reason.min(2) }),
  response: done,
  refuses: ['not-allowed'],
})

const newMember = z.object({ person: uuid, relation, from: day.optional() })
export const addHousehold = contract({
  id: 'addHousehold',
  method: 'POST',
  path: '/households',
  access: 'post',
  summary: '建立一户 / Set up a household',
  body: z.object({
    id: uuid,
    org: orgCode,
    address: z.string().trim().max(120).default(''),
    members: z.array(newMember).max(30).default([]),
  }),
  response: household,
  refuses: ['org-unknown', 'not-found'],
})
export const getHousehold = contract({
  id: 'getHousehold',
  method: 'GET',
  path: '/households/:id',
  access: 'post',
  summary: '一户 / One household',
  params,
  response: household,
})
export const joinHousehold = contract({
  id: 'joinHousehold',
  method: 'POST',
  path: '/households/:id/members',
  access: 'post',
  summary: '加入一户 / Add a member',
  params,
  body: newMember,
  response: household,
  refuses: ['not-found'],
})
export const leaveHousehold = contract({
  id: 'leaveHousehold',
  method: 'POST',
  path: '/households/:id/members/:person/leave',
  access: 'post',
  summary: '离开一户 / A member leaves',
  params: params.extend({ person: uuid }),
  body: z.object({ on: day }),
  response: household,
  refuses: ['not-found', 'period-wrong'],
})
