import type { Label } from './unit.ts'

/** Bodies that work with the federation in 妇联+ (L106). Each is an organisation of kind `partner` on a division. */
export const authorities = {
  court: { zh: '法院', en: 'Court' },
  procuratorate: { zh: '检察院', en: 'Procuratorate' },
  police: { zh: '公安', en: 'Police' },
  justice: { zh: '司法行政', en: 'Justice bureau' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  education: { zh: '教育', en: 'Education' },
  health: { zh: '卫生健康', en: 'Health' },
  labour: { zh: '人社', en: 'Human resources and social security' },
  bank: { zh: '银行', en: 'Bank' },
} as const satisfies Record<string, Label>

/**
 * All partners in the directory. A domestic-service company of the alliance (L070) is one too: it keeps its own workers and
 * orders, under posts of the role `company`, and is sent no case.
 */
export const agencies = {
  ...authorities,
  company: { zh: '家政公司', en: 'Domestic-service company' },
} as const satisfies Record<string, Label>

export type Agency = keyof typeof agencies
export const agencyIds = Object.keys(agencies) as [Agency, ...Agency[]]
