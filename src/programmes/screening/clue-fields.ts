import { field } from '../../core/field.ts'
import type { matterCategories } from '../../core/rights-words.ts'

/** What help may be needed; words about a matter, never about what kind of family it is. */
export const kinds = {
  safety: { zh: '人身安全', en: 'Safety' },
  child: { zh: '孩子需要照护', en: 'A child needs care' },
  distress: { zh: '情绪困境', en: 'Distress' },
  conflict: { zh: '纠纷可能激化', en: 'A quarrel may grow' },
  property: { zh: '财产土地权益', en: 'Property and land' },
  labour: { zh: '劳动权益', en: 'Work' },
  hardship: { zh: '生活困难', en: 'Hardship' },
} as const

/** The category a rights case opens with. */
export const categoryOf = {
  safety: 'personal',
  child: 'children',
  distress: 'family',
  conflict: 'family',
  property: 'property',
  labour: 'labour',
  hardship: 'other',
} as const satisfies Record<keyof typeof kinds, keyof typeof matterCategories>

export const opening = {
  kind: field.choice(kinds, { label: { zh: '需要哪方面帮助', en: 'What help' }, class: 'P1', required: true }),
  foundOn: field.day({ label: { zh: '发现日期', en: 'Found on' }, class: 'P1', required: true, past: true }),
  source: field.choice(
    {
      screening: { zh: '排查走访', en: 'Screening' },
      neighbour: { zh: '邻里反映', en: 'A neighbour' },
      school: { zh: '学校', en: 'School' },
      clinic: { zh: '卫生院', en: 'Clinic' },
      grid: { zh: '网格员', en: 'Grid worker' },
      herself: { zh: '本人说的', en: 'She herself' },
    },
    { label: { zh: '从哪里知道的', en: 'Source' }, class: 'P3', required: true },
  ),
  narrative: field.text({
    label: { zh: '看到、听到了什么', en: 'What was seen or heard' },
    class: 'P4',
    required: true,
    min: 10,
    max: 2000,
    help: { zh: '只写事实，不下结论，不写“问题家庭”这类话。', en: 'Facts only; no verdict on a family.' },
  }),
  where: field.text({ label: { zh: '在哪里能找到她', en: 'Where she can be found' }, class: 'P4', max: 120 }),
  safeContact: field.text({ label: { zh: '安全的联系方式', en: 'Safe contact' }, class: 'P4', max: 60 }),
  woman: field.person({ label: { zh: '需要帮助的人', en: 'Who needs help' }, class: 'P2' }),
  round: field.record('screening-round', { label: { zh: '哪一轮排查', en: 'Round' }, class: 'P1' }),
}

export const working = {
  assignedTo: field.text({ label: { zh: '交给谁去看', en: 'Who goes' }, class: 'P2', required: true, max: 60 }),
  result: field.text({ label: { zh: '结果', en: 'Result' }, class: 'P4', required: true, min: 2, max: 2000 }),
  keepUntil: field.day({
    label: { zh: '保留到', en: 'Kept until' },
    class: 'P1',
    help: {
      zh: '不写就是九十天；到期没有转办的，内容不再显示。',
      en: 'Ninety days unless said; then it is no longer shown.',
    },
  }),
}

export const visiting = {
  safe: field.choice(
    {
      yes: { zh: '目前安全', en: 'Safe for now' },
      no: { zh: '不安全，马上转办', en: 'Not safe: to a case at once' },
      unknown: { zh: '没见到本人', en: 'She was not seen' },
    },
    { label: { zh: '她安全吗', en: 'Is she safe' }, class: 'P4', required: true },
  ),
  notes: field.text({
    label: { zh: '见到的情况', en: 'What was found' },
    class: 'P4',
    required: true,
    min: 2,
    max: 2000,
  }),
}
