/** Words the programmes of family education share. */
export const ageStages = {
  pregnancy: { zh: '孕期', en: 'Pregnancy' },
  '0-3': { zh: '0至3岁', en: '0 to 3' },
  '3-6': { zh: '3至6岁', en: '3 to 6' },
  primary: { zh: '小学', en: 'Primary school' },
  junior: { zh: '初中', en: 'Junior secondary' },
  senior: { zh: '高中', en: 'Senior secondary' },
} as const

export const modes = {
  offline: { zh: '线下', en: 'In person' },
  both: { zh: '线上线下结合', en: 'In person and online' },
  online: { zh: '只在线上', en: 'Online only' },
} as const

export const themes = {
  care: { zh: '科学养育', en: 'Raising children' },
  talk: { zh: '亲子沟通', en: 'Talking with children' },
  safety: { zh: '安全和自我保护', en: 'Safety' },
  screen: { zh: '手机和网络', en: 'Phones and the net' },
  mind: { zh: '心理健康', en: 'Mental health' },
  law: { zh: '家庭教育促进法', en: 'The law on family education' },
  week: { zh: '家庭教育宣传周（5月15日所在周）', en: 'Family-education week (week of 15 May)' },
  ways: { zh: '家风家训', en: 'Family ways' },
  other: { zh: '其他', en: 'Other' },
} as const
