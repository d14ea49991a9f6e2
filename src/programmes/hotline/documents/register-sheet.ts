import type { DocumentTemplate } from '../../../core/document.ts'
import { dangerSigns, matterCategories, matterChannels } from '../../../core/rights-words.ts'
import { concernedAges, relations } from '../forms.ts'
import type { ContactState } from '../steps.ts'
import { momentZh, named } from './words.ts'

const saidOf = (danger: unknown, unsure: unknown, sign: string): string => {
  if (Array.isArray(unsure) && unsure.includes(sign)) return '不清楚'
  const answers = typeof danger === 'object' && danger !== null ? (danger as Record<string, unknown>) : {}
  return answers[sign] === true ? '有' : answers[sign] === false ? '没有' : '未问'
}

/** 来电来访登记表: the sheet of the volume, one contact on one page (processes 1.5). */
export const registerSheet: DocumentTemplate<ContactState> = {
  label: { zh: '来电来访登记表', en: 'Contact sheet' },
  version: 1,
  by: ['operator', 'rights'],
  rule: 'processes 1.5',
  body: ({ facts: { answers }, recordNumber, org, today }) => [
    { block: 'heading', text: '来电来访登记表' },
    {
      block: 'rows',
      rows: [
        ['登记号', recordNumber ?? '—'],
        ['时间', momentZh(answers.receivedAt) ?? String(answers.receivedOn ?? '')],
        ['渠道', named(matterChannels, answers.channel)],
        ['来电来访人', answers.anonymous === true ? '不愿留名' : String(answers.callerName ?? '未留')],
        ['电话', answers.anonymous === true ? '未留' : String(answers.callerPhone ?? '未留')],
        ['与当事人关系', named(relations, answers.relation) || '未说'],
        ['当事人年龄段', named(concernedAges, answers.concernedAge) || '未说'],
        ['安全联系', String(answers.safeContact ?? '未约定')],
        ['类别', named(matterCategories, answers.category) || '未定'],
        ['陈述', String(answers.narrative ?? '')],
        ['要求', String(answers.request ?? '')],
        ['答复', String(answers.advice ?? '')],
      ],
    },
    { block: 'heading', text: '危险评估' },
    {
      block: 'table',
      head: ['问题', '回答'],
      rows: Object.entries(dangerSigns).map(([sign, label]) => [
        label.zh,
        saidOf(answers.danger, answers.unsure, sign),
      ]),
    },
    { block: 'signatures', lines: ['接待人', '领导阅示'] },
    { block: 'seal', org, on: today },
  ],
}
