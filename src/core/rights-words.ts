import type { Label } from './unit.ts'

/**
 * The words of rights work that several programmes share, so that what a call says is what the case says
 * (processes 1.3). Titles are chosen, never written: nobody learns from one whom or what a matter is about.
 */
export const matterTopics = {
  service: { zh: '权益服务事项', en: 'Rights service matter' },
  advice: { zh: '政策咨询事项', en: 'Advice matter' },
  coordination: { zh: '协调办理事项', en: 'Coordination matter' },
} as const satisfies Record<string, Label>

export const careTopics = {
  minor: { zh: '未成年人关爱事项', en: 'Care matter: minor' },
  adult: { zh: '重点人群关爱事项', en: 'Care matter: adult in need of protection' },
} as const satisfies Record<string, Label>

export const matterChannels = {
  hotline: { zh: '12338来电', en: '12338 call' },
  visit: { zh: '来访', en: 'Visit' },
  letter: { zh: '来信', en: 'Letter' },
  online: { zh: '网络', en: 'Online' },
  superior: { zh: '上级转办', en: 'Passed down' },
  screening: { zh: '排查发现', en: 'Found in a screening' },
  court: { zh: '法院委派', en: 'Assigned by a court' },
  agency: { zh: '部门移送', en: 'Passed on by an agency' },
} as const satisfies Record<string, Label>

export const matterCategories = {
  family: { zh: '婚姻家庭', en: 'Marriage and family' },
  violence: { zh: '家庭暴力', en: 'Domestic violence' },
  personal: { zh: '人身权利', en: 'Personal rights' },
  property: { zh: '财产土地', en: 'Property and land' },
  labour: { zh: '劳动社保', en: 'Work and social insurance' },
  education: { zh: '文化教育', en: 'Culture and education' },
  political: { zh: '政治权利', en: 'Political rights' },
  children: { zh: '儿童权益', en: 'Children’s rights' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>
export type MatterCategory = keyof typeof matterCategories

/** The second level; a key begins with its category. */
export const matterSubcategories = {
  'family-divorce': { zh: '离婚', en: 'Divorce' },
  'family-custody': { zh: '抚养', en: 'Custody' },
  'family-property': { zh: '夫妻财产', en: 'Property of the couple' },
  'family-elders': { zh: '赡养', en: 'Support of elders' },
  'family-bride-price': { zh: '彩礼', en: 'Bride price' },
  'family-other': { zh: '婚姻家庭其他', en: 'Family, other' },
  'violence-body': { zh: '身体暴力', en: 'Physical violence' },
  'violence-mind': { zh: '精神暴力', en: 'Psychological violence' },
  'violence-sexual': { zh: '性暴力', en: 'Sexual violence' },
  'violence-money': { zh: '经济控制', en: 'Economic control' },
  'violence-other': { zh: '家庭暴力其他', en: 'Violence, other' },
  'personal-assault': { zh: '性侵', en: 'Sexual assault' },
  'personal-harassment': { zh: '性骚扰', en: 'Sexual harassment' },
  'personal-trafficking': { zh: '拐卖', en: 'Trafficking' },
  'personal-other': { zh: '人身权利其他', en: 'Personal rights, other' },
  'property-land': { zh: '土地（草场）承包', en: 'Contracted land or pasture' },
  'property-member': { zh: '集体成员身份', en: 'Collective membership' },
  'property-inheritance': { zh: '继承', en: 'Inheritance' },
  'labour-discrimination': { zh: '就业歧视', en: 'Job discrimination' },
  'labour-motherhood': { zh: '孕期产期哺乳期', en: 'Pregnancy, birth, nursing' },
  'labour-pay': { zh: '工资', en: 'Pay' },
  'labour-other': { zh: '劳动社保其他', en: 'Work, other' },
} as const satisfies Record<string, Label>

/** Whether a second level belongs to the first. */
export const subcategoryFits = (category: unknown, subcategory: unknown): boolean =>
  subcategory === undefined || (typeof subcategory === 'string' && subcategory.startsWith(`${String(category)}-`))

/** Nine questions on danger now; all must be answered for family violence (processes 1.3). */
export const dangerSigns = {
  weapon: { zh: '动过或备有刀具等凶器', en: 'A weapon used or ready' },
  choking: { zh: '掐过脖子、捂过口鼻', en: 'Choking' },
  killing: { zh: '扬言要杀人', en: 'Threats to kill' },
  escalation: { zh: '越来越频繁或越来越重', en: 'More often, or worse' },
  stalking: { zh: '跟踪、蹲守、查手机', en: 'Stalking' },
  suicide: { zh: '有人说要自杀', en: 'Talk of suicide' },
  children: { zh: '孩子在场或被打', en: 'Children present or hit' },
  drink: { zh: '酗酒或吸毒', en: 'Alcohol or drugs' },
  separated: { zh: '刚提出分手、分居或离婚', en: 'Separation just begun' },
} as const satisfies Record<string, Label>

const gravest: readonly string[] = ['weapon', 'choking', 'killing']
const yes = (danger: unknown, sign: string) =>
  typeof danger === 'object' && danger !== null && (danger as Record<string, unknown>)[sign] === true

/** One of the three gravest signs: help is a matter of minutes. Says how urgent this matter is, never anything of a person. */
export const needsHelpNow = (danger: unknown): boolean => gravest.some((sign) => yes(danger, sign))

/** Family violence: by its category, or because a danger sign of violence was told. */
export const isViolence = (category: unknown, danger: unknown): boolean =>
  category === 'violence' || needsHelpNow(danger) || yes(danger, 'escalation') || yes(danger, 'stalking')

export const ageBands = {
  under6: { zh: '不满6岁', en: 'Under 6' },
  '6-13': { zh: '6至13岁', en: '6 to 13' },
  '14-17': { zh: '14至17岁', en: '14 to 17' },
  adult: { zh: '成年（无或限制行为能力）', en: 'Adult without full capacity' },
  unknown: { zh: '不清楚', en: 'Not known' },
} as const satisfies Record<string, Label>

/** Nine kinds of situation that must be reported (最高检等九部门《关于建立侵害未成年人案件强制报告制度的意见（试行）》第四条). */
export const harmSituations = {
  'private-injury': { zh: '生殖器官或隐私部位受非正常损伤', en: 'Unusual injury to private parts' },
  'under-14': { zh: '不满14周岁遭受或疑似遭受性侵害、怀孕、流产', en: 'Under 14: sexual assault, pregnancy, abortion' },
  'over-14': { zh: '14周岁以上遭受或疑似遭受性侵害所致怀孕、流产', en: 'Over 14: pregnancy or abortion after assault' },
  injury: {
    zh: '多处损伤、严重营养不良、意识不清，疑似被欺凌、虐待、殴打',
    en: 'Many injuries, malnutrition, unconsciousness',
  },
  suicide: { zh: '自杀、自残、工伤、中毒、被麻醉等非正常伤亡', en: 'Suicide, self-harm, poisoning' },
  abandoned: { zh: '被遗弃或长期无人照料', en: 'Abandoned or left without care' },
  missing: { zh: '来源不明、失踪、被拐卖、被收买', en: 'Unknown origin, missing, trafficked' },
  begging: { zh: '被组织乞讨', en: 'Made to beg' },
  other: { zh: '其他侵害或面临危险', en: 'Other harm or danger' },
} as const satisfies Record<string, Label>

export const evidenceKinds = {
  document: { zh: '书证', en: 'Document' },
  medical: { zh: '病历、鉴定', en: 'Medical' },
  photo: { zh: '照片', en: 'Photo' },
  recording: { zh: '录音录像', en: 'Recording' },
  chat: { zh: '聊天记录、短信', en: 'Messages' },
  object: { zh: '物证', en: 'Object' },
  statement: { zh: '证言', en: 'Statement' },
} as const satisfies Record<string, Label>

export const evidenceSources = {
  herself: { zh: '本人', en: 'Herself' },
  relative: { zh: '亲友', en: 'Relative or friend' },
  police: { zh: '公安', en: 'Police' },
  hospital: { zh: '医院', en: 'Hospital' },
  village: { zh: '嘎查村（居）委会', en: 'Village committee' },
  federation: { zh: '妇联制作', en: 'Made by the federation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>
