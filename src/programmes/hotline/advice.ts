import type { MatterCategory } from '../../core/rights-words.ts'
import type { Label } from '../../core/unit.ts'

/** Articles an operator cites; the picker writes the article, never a shortened law. */
export const lawArticles = {
  'dv-13': { zh: '《反家庭暴力法》第十三条', en: 'Anti-Domestic Violence Law art. 13' },
  'dv-15': { zh: '《反家庭暴力法》第十五条', en: 'Anti-Domestic Violence Law art. 15' },
  'dv-16': { zh: '《反家庭暴力法》第十六条', en: 'Anti-Domestic Violence Law art. 16' },
  'dv-18': { zh: '《反家庭暴力法》第十八条', en: 'Anti-Domestic Violence Law art. 18' },
  'dv-23': { zh: '《反家庭暴力法》第二十三条', en: 'Anti-Domestic Violence Law art. 23' },
  'dv-28': { zh: '《反家庭暴力法》第二十八条', en: 'Anti-Domestic Violence Law art. 28' },
  'women-29': { zh: '《妇女权益保障法》第二十九条', en: 'Women’s Rights Law art. 29' },
  'aid-32': { zh: '《法律援助法》第三十二条', en: 'Legal Aid Law art. 32' },
  'minors-11': { zh: '《未成年人保护法》第十一条', en: 'Minors Protection Law art. 11' },
  'civil-1077': { zh: '《民法典》第一千零七十七条', en: 'Civil Code art. 1077' },
  'mediation-17': { zh: '《人民调解法》第十七条', en: 'People’s Mediation Law art. 17' },
} as const satisfies Record<string, Label>
export type LawArticle = keyof typeof lawArticles

/** One answer ready to be given: a click writes the text and cites the article. */
export interface Snippet {
  readonly law: LawArticle
  readonly says: Label
  readonly text: Label
}

const violence: readonly Snippet[] = [
  {
    law: 'dv-13',
    says: { zh: '可向妇联等投诉、求助', en: 'Women’s federations must help' },
    text: {
      zh: '您可以向妇联投诉、反映或求助，我们应当给予帮助、处理，这次来电会留下记录。',
      en: 'You may turn to the federation; we must help, and this call is put on record.',
    },
  },
  {
    law: 'dv-15',
    says: { zh: '公安接报应及时出警', en: 'Police must come' },
    text: {
      zh: '遇到家庭暴力请打110，公安机关接报后应当及时出警、制止、调查取证，协助就医、鉴定伤情。',
      en: 'Call 110: police must come, stop the violence, take evidence and help you to a doctor.',
    },
  },
  {
    law: 'dv-16',
    says: { zh: '情节较轻可出具告诫书', en: 'Warning letter by police' },
    text: {
      zh: '情节较轻、依法不给予治安管理处罚的，可以请公安机关出具告诫书。',
      en: 'In lighter cases you may ask the police for a warning letter.',
    },
  },
  {
    law: 'dv-18',
    says: { zh: '可申请临时庇护', en: 'Temporary shelter' },
    text: {
      zh: '没有安全住处的，可以申请临时庇护，我们陪您办，地点保密。',
      en: 'If you have no safe place there is temporary shelter; we go with you and keep the place secret.',
    },
  },
  {
    law: 'dv-23',
    says: { zh: '可申请人身安全保护令', en: 'Protection order' },
    text: {
      zh: '您可以向法院申请人身安全保护令，不用先起诉离婚；因受强制、威吓等不能自己申请的，妇联可以代为申请。',
      en: 'You may ask the court for a protection order without suing for divorce; the federation may apply on your behalf.',
    },
  },
  {
    law: 'dv-28',
    says: { zh: '七十二小时内作出，急的二十四小时', en: '72 hours, urgent 24' },
    text: {
      zh: '法院受理保护令申请后，七十二小时内作出裁定，情况紧急的二十四小时内。',
      en: 'The court rules within 72 hours, in urgent cases within 24.',
    },
  },
  {
    law: 'aid-32',
    says: { zh: '受害人申请援助不看经济条件', en: 'Legal aid without a means test' },
    text: {
      zh: '遭受虐待、遗弃或家庭暴力的受害人主张权益，申请法律援助不受经济困难条件限制。',
      en: 'Victims of violence get legal aid without a means test.',
    },
  },
]
const family: readonly Snippet[] = [
  {
    law: 'civil-1077',
    says: { zh: '离婚登记三十日冷静期', en: '30 days to withdraw' },
    text: {
      zh: '协议离婚自申请之日起三十日内任何一方可以撤回，期满后三十日内双方亲自申领离婚证；遭受家暴的可以直接起诉。',
      en: 'A registered divorce may be withdrawn for 30 days; victims of violence may sue at once.',
    },
  },
  {
    law: 'mediation-17',
    says: { zh: '双方自愿才调解', en: 'Mediation only if both agree' },
    text: {
      zh: '人民调解不收费，双方都愿意才进行，任何一方随时可以不调。',
      en: 'Mediation is free and only if both agree; either may stop.',
    },
  },
]
const personal: readonly Snippet[] = [
  {
    law: 'women-29',
    says: { zh: '恋爱、离婚后被纠缠也可申请保护令', en: 'Orders against pestering' },
    text: {
      zh: '因恋爱、交友或者终止恋爱关系、离婚之后被纠缠、骚扰、泄露隐私的，也可以申请人身安全保护令。',
      en: 'Those pestered during or after dating or divorce may ask for a protection order.',
    },
  },
]
const children: readonly Snippet[] = [
  {
    law: 'minors-11',
    says: { zh: '发现侵害未成年人应立即报告', en: 'Harm to a minor must be reported' },
    text: {
      zh: '未成年人受到侵害或面临危险，我们依法立即报告公安等部门，报告人的信息保密。',
      en: 'Harm to a minor is reported at once by law; who reports is kept secret.',
    },
  },
]

const byCategory: Partial<Record<MatterCategory, readonly Snippet[]>> = {
  violence,
  family: [...family, ...violence.slice(0, 1)],
  personal: [...personal, ...violence.slice(1, 2)],
  children,
}

/** Answers ready for a matter; violence first wherever nothing is chosen yet. */
export const snippetsFor = (category: MatterCategory | undefined): readonly Snippet[] =>
  category === undefined ? violence : (byCategory[category] ?? [])
