/** Four kinds of service the federation names, and the rest (L133). */
export const services = {
  guidance: { zh: '教育指导', en: 'Education and guidance' },
  skills: { zh: '技能培训', en: 'Skills training' },
  comfort: { zh: '情感慰藉', en: 'Comfort and company' },
  daily: { zh: '便民服务', en: 'Everyday help' },
  other: { zh: '其他', en: 'Other' },
}
