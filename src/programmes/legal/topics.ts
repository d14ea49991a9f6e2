/** What women ask a lawyer about; also what a lawyer is good at. */
export const topics = {
  family: { zh: '婚姻家庭', en: 'Marriage and family' },
  safety: { zh: '人身权利', en: 'Personal rights' },
  inheritance: { zh: '继承', en: 'Inheritance' },
  land: { zh: '土地草场', en: 'Land and pasture' },
  labour: { zh: '劳动', en: 'Labour' },
  debt: { zh: '借贷、合同', en: 'Loans and contracts' },
  accident: { zh: '人身损害赔偿', en: 'Injury' },
  other: { zh: '其他', en: 'Other' },
} as const
