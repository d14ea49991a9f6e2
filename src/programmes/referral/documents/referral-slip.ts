import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { asks, modes, partFields, parts } from '../fields.ts'

type Out = 'sent' | 'received' | 'accepted' | 'handled' | 'replied' | 'closed'

/** 转介单: what was shared, and nothing else of the matter. */
export const referralSlip: DocumentTemplate<Out> = {
  label: { zh: '转介单', en: 'Referral slip' },
  version: 1,
  by: ['rights', 'mediator', 'operator'],
  in: ['sent', 'received', 'accepted', 'handled', 'replied', 'closed'],
  forReceiver: true,
  rule: 'L106',
  body: ({ facts: { answers }, org, today, documentNumber }) => [
    { block: 'heading', text: '转介单' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['请求事项', choiceWords(asks, answers.ask)],
        ['方式', choiceWords(modes, answers.mode)],
        [
          '依据',
          answers.basis === 'law' ? textWords(answers.law) : `本人（监护人）同意，${dayWords(answers.consentOn)}`,
        ],
        ['请于何日前答复', dayWords(answers.dueOn)],
      ],
    },
    {
      block: 'rows',
      rows: Object.entries(partFields).flatMap(([part, key]) => {
        const shared = answers[key]
        return shared ? [[choiceWords(parts, part), textWords(shared)] as const] : []
      }),
    },
    { block: 'paragraph', text: '以上内容仅限办理本事项使用，请妥善保管，不得告知无关人员及其家属。', indent: true },
    { block: 'signatures', lines: ['经办人', '接收人'] },
    { block: 'seal', org, on: today },
  ],
}
