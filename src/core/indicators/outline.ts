import type { Label } from '../unit.ts'

/** The two outlines (两纲) of 2021–2030: eight domains for women, seven for children (R-OUT-01). In the order of the outlines. */
export const outlines = {
  women: {
    label: { zh: '妇女发展纲要', en: "Women's outline" },
    domains: {
      health: { zh: '妇女与健康', en: 'Health' },
      education: { zh: '妇女与教育', en: 'Education' },
      economy: { zh: '妇女与经济', en: 'Economy' },
      participation: { zh: '妇女参与决策和管理', en: 'Decision-making' },
      security: { zh: '妇女与社会保障', en: 'Social security' },
      family: { zh: '妇女与家庭建设', en: 'Family' },
      environment: { zh: '妇女与环境', en: 'Environment' },
      law: { zh: '妇女与法律', en: 'Law' },
    },
  },
  children: {
    label: { zh: '儿童发展纲要', en: "Children's outline" },
    domains: {
      health: { zh: '儿童与健康', en: 'Health' },
      safety: { zh: '儿童与安全', en: 'Safety' },
      education: { zh: '儿童与教育', en: 'Education' },
      welfare: { zh: '儿童与福利', en: 'Welfare' },
      family: { zh: '儿童与家庭', en: 'Family' },
      environment: { zh: '儿童与环境', en: 'Environment' },
      law: { zh: '儿童与法律保护', en: 'Legal protection' },
    },
  },
} as const satisfies Record<string, { label: Label; domains: Record<string, Label> }>

export type Outline = keyof typeof outlines
export const outlineIds = Object.keys(outlines) as [Outline, ...Outline[]]

const domainsOf = (outline: Outline): Readonly<Record<string, Label>> => outlines[outline].domains

/** The domain's name; undefined where the outline has no such domain. */
export const domainLabel = (outline: Outline, domain: string): Label | undefined =>
  Object.hasOwn(domainsOf(outline), domain) ? domainsOf(outline)[domain] : undefined

export const domainIds = (outline: Outline): string[] => Object.keys(domainsOf(outline))
