import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

export const grounds = {
  'no-reply': { zh: '逾期未答复转介事项', en: 'No reply to a referral' },
  'not-handled': { zh: '应处理而未处理', en: 'Not handled though due' },
  'badly-handled': { zh: '处理不当', en: 'Badly handled' },
} as const

/** 督促处理意见书 (妇女权益保障法 第七十三条). */
export const supervisionPage: DocumentTemplate<'sent' | 'replied' | 'inspecting' | 'closed'> = {
  label: { zh: '督促处理意见书', en: 'Supervision letter' },
  version: 1,
  by: ['chair', 'rights'],
  in: ['sent', 'replied', 'inspecting', 'closed'],
  rule: 'R-WOM-01',
  body: ({ facts: { answers }, org, today, documentNumber }) => [
    { block: 'heading', text: '督促处理意见书' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['事由', choiceWords(grounds, answers.ground)],
      ],
    },
    { block: 'paragraph', text: `${textWords(answers.department)}：` },
    { block: 'paragraph', text: textWords(answers.matter), indent: true },
    {
      block: 'paragraph',
      text: '根据《中华人民共和国妇女权益保障法》第七十三条，现提出如下督促处理意见：',
      indent: true,
    },
    { block: 'paragraph', text: textWords(answers.opinion), indent: true },
    {
      block: 'paragraph',
      text: `请于${dayWords(answers.replyBy)}前书面答复。逾期不答复或者仍不处理的，我会将提请同级人民政府督查。`,
      indent: true,
    },
    { block: 'seal', org, on: today },
  ],
}
