import type { Level } from '../../core/org-code.ts'
import type { Role } from '../../core/role.ts'
import type { Label } from '../../core/unit.ts'

/** Posts that carry outreach, and who reads it besides. */
export const hands = ['chair', 'publicity'] as const satisfies readonly Role[]
export const readers = [
  'chair',
  'publicity',
  'family',
  'organisation',
  'statistician',
] as const satisfies readonly Role[]
export const above = ['township', 'banner', 'league', 'region'] as const satisfies readonly Level[]
export const upper = ['banner', 'league', 'region'] as const satisfies readonly Level[]

/** 十百千万: the pyramid of lecturers; the articles give its name and no more (L032). */
export const lecturerLevels = {
  region: { zh: '自治区宣讲团', en: 'Team of the region' },
  league: { zh: '盟市宣讲团', en: 'Team of a league' },
  banner: { zh: '旗县市区宣讲队', en: 'Team of a banner' },
  village: { zh: '苏木乡镇、嘎查村宣讲员', en: 'In townships and villages' },
} as const satisfies Record<string, Label>

/** Where an account or a broadcast stands. */
export const platforms = {
  'wechat-account': { zh: '微信公众号', en: 'WeChat account' },
  'wechat-channels': { zh: '微信视频号', en: 'WeChat Channels' },
  douyin: { zh: '抖音', en: 'Douyin' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  weibo: { zh: '微博', en: 'Weibo' },
  toutiao: { zh: '今日头条', en: 'Toutiao' },
  site: { zh: '网站', en: 'Website' },
  app: { zh: '客户端、融媒平台', en: 'App or media centre' },
  other: { zh: '其他平台', en: 'Another platform' },
} as const satisfies Record<string, Label>
