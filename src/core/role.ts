import type { Label } from './unit.ts'

/** What a post is for. Its level is that of its organisation (processes 0.1: VILL, TOWN, BAN.rights … SYS). */
export const roles = {
  chair: { zh: '主席岗', en: 'Chair' },
  rights: { zh: '权益岗', en: 'Rights' },
  family: { zh: '家庭儿童岗', en: 'Family and children' },
  development: { zh: '发展岗', en: 'Development' },
  organisation: { zh: '组织岗', en: 'Organisation' },
  publicity: { zh: '宣传岗', en: 'Publicity' },
  finance: { zh: '财务岗', en: 'Finance' },
  operator: { zh: '热线岗', en: 'Hotline operator' },
  mediator: { zh: '调解岗', en: 'Mediator' },
  lawyer: { zh: '律师岗', en: 'Lawyer' },
  partner: { zh: '协作单位岗', en: 'Partner agency' },
  company: { zh: '家政公司岗', en: 'Domestic-service company' },
  guide: { zh: '家教指导岗', en: 'Family-education guide' },
  'volunteer-leader': { zh: '志愿队长岗', en: 'Volunteer leader' },
  statistician: { zh: '统计岗', en: 'Statistician' },
  auditor: { zh: '审计岗', en: 'Auditor' },
  security: { zh: '安全岗', en: 'Security' },
  administrator: { zh: '账号管理岗', en: 'Account administrator' },
} as const satisfies Record<string, Label>

export type Role = keyof typeof roles

export const roleIds = Object.keys(roles) as Role[]

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}

/** Roles that may see P3/P4 sign in with a second step (R-SEC-02); so do the three administrators. */
export const secondStepRoles: readonly Role[] = [
  'rights',
  'operator',
  'mediator',
  'lawyer',
  'guide',
  'partner',
  'company',
  'finance',
  'administrator',
  'security',
  'auditor',
]

/** R-SEC-03: account, security and audit duties are three people; one account never holds two of them. */
export const separatedRoles: readonly Role[] = ['administrator', 'security', 'auditor']
