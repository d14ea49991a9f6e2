import type { Role } from '../../core/role.ts'
import type { Label } from '../../core/unit.ts'

/** Posts that carry honours: who calls, nominates, recommends and decides. */
export const hands = ['family', 'development', 'organisation', 'chair'] as const satisfies readonly Role[]
/** Judges hold a post at the level that judges; lawyers and guides are experts from outside. */
export const judges = [...hands, 'publicity', 'rights', 'lawyer', 'guide'] as const satisfies readonly Role[]
/** Judges from outside, at an organisation of their own: they read a copy that says nobody's name. */
export const experts = ['partner', 'lawyer', 'guide'] as const satisfies readonly Role[]
export const upper = ['banner', 'league', 'region'] as const

/** What is selected. Below the province it is 寻找 or 选树, not 表彰 (R-HON-07). */
export const titles = {
  'beautiful-family': { zh: '最美家庭', en: 'Most Beautiful Family' },
  'red-banner-holder': { zh: '三八红旗手', en: '8 March Red-Banner Holder' },
  'red-banner-collective': { zh: '三八红旗集体', en: '8 March Red-Banner Collective' },
  'civilised-post': { zh: '巾帼文明岗', en: "Women's Civilised Post" },
  model: { zh: '巾帼建功标兵', en: "Women's Achievement Model" },
  'advanced-collective': { zh: '巾帼建功先进集体', en: "Women's Achievement Collective" },
  recital: { zh: '亲子诵读优秀作品', en: 'Recital, fine work' },
  essay: { zh: '征文优秀作品', en: 'Essay, fine work' },
  skill: { zh: '技能大赛获奖', en: 'Skills contest prize' },
} as const satisfies Record<string, Label>
export type Title = keyof typeof titles

const only = <K extends Title>(...keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, titles[key]])) as { [P in K]: (typeof titles)[P] }
export const personTitles = only('red-banner-holder', 'model')
export const collectiveTitles = only('red-banner-collective', 'civilised-post', 'advanced-collective')
export const workTitles = only('recital', 'essay', 'skill')

export const levels = {
  village: { zh: '嘎查村、社区', en: 'Village' },
  township: { zh: '苏木乡镇、街道', en: 'Township' },
  banner: { zh: '旗县市区级', en: 'Banner' },
  league: { zh: '盟市级', en: 'League' },
  region: { zh: '自治区级', en: 'Region' },
  national: { zh: '全国级', en: 'National' },
} as const satisfies Record<string, Label>
/** Levels that decide with a jury and a public notice. */
export const decidedAt = {
  banner: levels.banner,
  league: levels.league,
  region: levels.region,
  national: levels.national,
}

export const categories = {
  country: { zh: '爱国爱家', en: 'Love of country and home' },
  elders: { zh: '尊老爱幼', en: 'Care of old and young' },
  couple: { zh: '夫妻和睦', en: 'A couple in harmony' },
  children: { zh: '科学教子', en: 'Raising children well' },
  thrift: { zh: '勤俭持家', en: 'Thrift' },
  neighbours: { zh: '邻里团结', en: 'Good neighbours' },
  green: { zh: '绿色', en: 'Green' },
  books: { zh: '书香', en: 'Reading' },
  integrity: { zh: '清廉', en: 'Integrity' },
  unity: { zh: '民族团结', en: 'Unity of peoples' },
  other: { zh: '其他', en: 'Other' },
}

/** What judges look at: the deeds as written, the work as it stands; never the person. */
export const criteria = {
  truth: { zh: '事迹真实、内容切题', en: 'True and to the point' },
  spirit: { zh: '精神面貌、家风', en: 'Spirit' },
  effect: { zh: '带动作用', en: 'What it brings about' },
  people: { zh: '群众反映', en: 'What people say' },
  expression: { zh: '语言与表现', en: 'Language and expression' },
  skill: { zh: '技能水平', en: 'Skill' },
  theory: { zh: '理论考试', en: 'Theory' },
  practical: { zh: '实际操作', en: 'Practical' },
} as const satisfies Record<string, Label>

export const exclusions = {
  crime: { zh: '没有违法犯罪', en: 'No crime' },
  violence: { zh: '没有家庭暴力', en: 'No violence at home' },
  drugs: { zh: '没有涉黄赌毒', en: 'No drugs, gambling or prostitution' },
  credit: { zh: '没有被列为失信', en: 'Not on the list of the dishonest' },
  tax: { zh: '没有欠税欠薪', en: 'No taxes or wages owed' },
}

/** Whose opinion is asked (R-HON-02); the result is kept, not its details. */
export const agencies = {
  police: { zh: '公安', en: 'Police' },
  civil: { zh: '民政', en: 'Civil affairs' },
  discipline: { zh: '纪检监察', en: 'Discipline inspection' },
  cadres: { zh: '组织人事', en: 'Personnel' },
  market: { zh: '市场监管', en: 'Market regulation' },
  tax: { zh: '税务', en: 'Taxation' },
  labour: { zh: '人社', en: 'Labour' },
  environment: { zh: '生态环境', en: 'Environment' },
}
