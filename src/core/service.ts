import type { Label } from './unit.ts'

/** The services of a federation, as its menus group them; each programme belongs to one. In the order of menus. */
export const services = {
  family: { zh: '家庭家教家风', en: 'Family' },
  education: { zh: '家庭教育', en: 'Family education' },
  rights: { zh: '维权', en: 'Rights' },
  safety: { zh: '人身安全', en: 'Safety' },
  mediation: { zh: '调解', en: 'Mediation' },
  legal: { zh: '法律服务', en: 'Legal advice' },
  screening: { zh: '排查', en: 'Screening' },
  dandelion: { zh: '蒲公英项目', en: 'Dandelion projects' },
  relief: { zh: '救助', en: 'Relief' },
  gifts: { zh: '十送与捐赠', en: 'Gifts' },
  insurance: { zh: '保险', en: 'Insurance' },
  health: { zh: '妇女健康', en: "Women's health" },
  care: { zh: '关爱', en: 'Care' },
  honours: { zh: '荣誉与评选', en: 'Honours' },
  matchmaking: { zh: '婚恋服务', en: 'Matchmaking' },
  homecare: { zh: '家政服务', en: 'Domestic service' },
  employment: { zh: '就业创业', en: 'Jobs and enterprise' },
  finance: { zh: '金融支持', en: 'Loans' },
  visits: { zh: '走访', en: 'Visits' },
  volunteering: { zh: '巾帼志愿', en: 'Volunteering' },
  outreach: { zh: '宣传引领', en: 'Outreach' },
  cooperation: { zh: '区域合作', en: 'Cooperation' },
  policy: { zh: '政策与指标', en: 'Policy and indicators' },
  organising: { zh: '组织建设', en: 'Organisation' },
  local: { zh: '本地项目', en: 'Local programmes' },
} as const satisfies Record<string, Label>

export type Service = keyof typeof services
