import { dayWords, textWords, yuanWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { donorWords } from './donor-words.ts'

/** 捐赠使用情况反馈 (公益事业捐赠法 第二十一条): a true answer to the donor, without any recipient's name. */
export const donationFeedback: DocumentTemplate<'receipted' | 'disclosed'> = {
  label: { zh: '捐赠使用情况反馈', en: 'How a donation was used' },
  version: 1,
  by: ['finance', 'rights', 'family'],
  in: ['receipted', 'disclosed'],
  rule: 'R-FUND-04',
  body: ({ facts: { answers, history, reached }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '捐赠使用情况反馈' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
      ],
    },
    { block: 'paragraph', text: `${donorWords(answers)}：` },
    {
      block: 'paragraph',
      indent: true,
      text: `您捐赠的${textWords(answers.title)}（${yuanWords(answers.received)}），已于${dayWords(reached.received)}收到。使用情况如下：`,
    },
    {
      block: 'table',
      head: ['日期', '使用情况'],
      rows: history
        .filter((done) => done.action === 'feedback')
        .map((done) => [dayWords(done.on), textWords(done.answers.used)]),
    },
    { block: 'paragraph', text: '感谢您对妇女儿童的关爱。', indent: true },
    { block: 'seal', org, on: today },
  ],
}
