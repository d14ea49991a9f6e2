/** 蒲公英 lanes of service (L102). */
export const lanes = {
  mediation: { zh: '家事调解', en: 'Family mediation' },
  'self-protection': { zh: '儿童自护', en: 'Children protecting themselves' },
  law: { zh: '巾帼普法', en: 'Law for women' },
  skills: { zh: '能力提升', en: 'Skills' },
  mind: { zh: '心理关爱', en: 'Care of the mind' },
} as const
