import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 致敬名单: who agreed to be named, as they wish, in the order they agreed; no sums (R-FUND-06, R-BUR-02). */
export const tributeList: DocumentTemplate<'draft' | 'published'> = {
  label: { zh: '致敬名单', en: 'Tribute list' },
  version: 1,
  by: ['finance', 'family', 'rights', 'chair'],
  in: ['draft', 'published'],
  children: 'donor-honour',
  masked: true,
  rule: 'R-FUND-06',
  body: ({ facts: { answers }, children, documentNumber, org, today }) => {
    const named = children
      .filter((one) => one.state === 'agreed')
      .sort((a, b) => (String(a.answers.agreedOn) < String(b.answers.agreedOn) ? -1 : 1))
    return [
      { block: 'heading', text: textWords(answers.title) },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['场合', textWords(answers.occasion)],
          ['捐赠时间', `${dayWords(answers.from)}至${dayWords(answers.to)}`],
        ],
      },
      {
        block: 'paragraph',
        indent: true,
        text: '向关爱妇女儿童的每一位捐赠人致敬。以下按同意署名的先后排列，不分多少；更多捐赠人选择不留名，同样感谢。',
      },
      {
        block: 'table',
        head: ['序号', '捐赠人'],
        rows: named.map((one, i) => [String(i + 1), textWords(one.answers.shownAs)]),
      },
      { block: 'seal', org, on: today },
    ]
  },
}
