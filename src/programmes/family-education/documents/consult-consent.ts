import { dayWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 家庭教育指导咨询知情同意书 (processes 4.5). */
export const consultConsent: DocumentTemplate<'triaged' | 'booked' | 'guiding'> = {
  label: { zh: '咨询知情同意书', en: 'Consent to guidance' },
  version: 1,
  by: ['guide', 'family', 'rights'],
  in: ['triaged', 'booked', 'guiding'],
  rule: 'processes 4.5',
  body: ({ facts: { answers }, org, today, documentNumber }) => [
    { block: 'heading', text: '家庭教育指导咨询知情同意书' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['咨询日期', dayWords(answers.askedOn)],
      ],
    },
    {
      block: 'numbered',
      items: [
        '指导是免费的，您随时可以不再来，不影响您得到别的帮助。',
        '您说的话只有经办的指导者和本单位权益岗看得到，不告诉学校，也不告诉孩子的其他家长。',
        '有两种情况我们必须告诉有关部门：孩子受到或可能受到伤害；有人可能伤害自己或别人。我们会先告诉您。',
        '指导不能代替看病。需要时我们会建议您找医院或心理服务，由您决定。',
        '不满十四周岁的孩子参加，要监护人同意，也要听孩子自己的意见。',
      ],
    },
    { block: 'signatures', lines: ['家长', '孩子的监护人（孩子参加时）', '指导者'] },
    { block: 'seal', org, on: today },
  ],
}
