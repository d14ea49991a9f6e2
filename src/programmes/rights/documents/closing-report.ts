import { choiceWords, dayWords, textWords, yesNoWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { matterCategories, matterChannels, matterSubcategories } from '../../../core/rights-words.ts'
import { working } from '../fields.ts'
import { followUp, work } from '../forms.ts'

/** 结案报告: what was asked, what was done, how it came out, how she is; names are not needed in it. */
export const closingReport: DocumentTemplate<'resolved' | 'follow-up' | 'closed'> = {
  label: { zh: '结案报告', en: 'Closing report' },
  version: 1,
  by: ['rights'],
  in: ['resolved', 'follow-up', 'closed'],
  rule: 'processes 1.5',
  body: ({ facts: { answers, history, reached }, documentNumber, recordNumber, org, today }) => [
    { block: 'heading', text: '结案报告' },
    {
      block: 'rows',
      rows: [
        ['文书编号', documentNumber],
        ['事项编号', textWords(recordNumber)],
        ['来源', choiceWords(matterChannels, answers.channel)],
        ['类别', choiceWords(matterCategories, answers.category)],
        ...(answers.subcategory === undefined
          ? []
          : ([['细类', choiceWords(matterSubcategories, answers.subcategory)]] as const)),
        ['收到日期', dayWords(answers.receivedOn)],
        ['受理日期', dayWords(reached.accepted)],
        ['办理结果', choiceWords(working.result.options, answers.result)],
        ['告知本人日期', dayWords(answers.toldOn)],
        ['材料齐全', yesNoWords(answers.volume)],
      ],
    },
    { block: 'heading', text: '诉求' },
    { block: 'paragraph', text: textWords(answers.request), indent: true },
    { block: 'heading', text: '办理经过' },
    {
      block: 'table',
      head: ['日期', '做了什么'],
      rows: history
        .filter((done) => done.action === 'work')
        .map((done) => [dayWords(done.on), choiceWords(work.kind.options, done.answers.kind)]),
    },
    { block: 'heading', text: '结果与回访' },
    { block: 'paragraph', text: textWords(answers.resultWhy), indent: true },
    {
      block: 'table',
      head: ['回访日期', '联系', '安全'],
      rows: history
        .filter((done) => done.action === 'visit')
        .map((done) => [
          dayWords(done.on),
          choiceWords(followUp.reached.options, done.answers.reached),
          choiceWords(followUp.safe.options, done.answers.safe),
        ]),
    },
    { block: 'signatures', lines: ['承办人', '审核人'] },
    { block: 'seal', org, on: today },
  ],
}
