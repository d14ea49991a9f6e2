/** Who keeps loan matters; nobody in them lends, vouches or scores (R-LOAN-02, R-LOAN-03). */
export const lending = ['chair', 'development'] as const

export const borrowers = {
  person: { zh: '个人', en: 'A woman herself' },
  trader: { zh: '个体工商户', en: 'Sole trader' },
  cooperative: { zh: '合作社', en: 'Cooperative' },
  company: { zh: '小微企业', en: 'Small enterprise' },
} as const

export const industries = {
  dairy: { zh: '奶食品、肉食品', en: 'Dairy and meat' },
  planting: { zh: '种植', en: 'Planting' },
  herding: { zh: '养殖', en: 'Herding' },
  handicraft: { zh: '手工艺、刺绣', en: 'Handicraft' },
  homecare: { zh: '家政', en: 'Domestic service' },
  tourism: { zh: '民宿、旅游', en: 'Tourism' },
  trade: { zh: '电商、商贸', en: 'Trade' },
  other: { zh: '其他', en: 'Other' },
} as const

/** Groups the subsidised loan is for (财金〔2023〕75号; women are not named in it: R-LOAN-01). */
export const groups = {
  returnee: { zh: '返乡创业农民工', en: 'Returned migrant worker' },
  graduate: { zh: '高校毕业生', en: 'Graduate' },
  'out-of-poverty': { zh: '脱贫人口', en: 'Out of poverty' },
  farmer: { zh: '农村自主创业农民', en: 'Self-employed farmer' },
  'hard-to-place': { zh: '就业困难人员', en: 'Hard to place' },
  veteran: { zh: '退役军人', en: 'Veteran' },
  'online-shop': { zh: '网络商户', en: 'Online shop' },
  other: { zh: '其他（以人社认定为准）', en: 'Other, as the labour office says' },
} as const

/** Why a bank said no: its own judgement, kept by its kind only. No credit report is stored. */
export const refusals = {
  product: { zh: '不属于这个产品的对象或地区', en: 'Not whom or where the product is for' },
  papers: { zh: '材料不全', en: 'Papers missing' },
  project: { zh: '项目还不具备条件', en: 'The project is not ready' },
  guarantee: { zh: '担保条件不够', en: 'The guarantee is not enough' },
  'bank-judgement': { zh: '银行综合评估未通过', en: 'The bank’s own assessment' },
  herself: { zh: '本人不再需要', en: 'She needs it no more' },
  other: { zh: '其他', en: 'Other' },
} as const
