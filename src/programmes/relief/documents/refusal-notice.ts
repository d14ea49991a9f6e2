import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { rejectionReasons } from '../two-cancers/forms.ts'

/** 不予救助告知书: the ground in words, and where she may go next. */
export const refusalNotice: DocumentTemplate<'rejected'> = {
  label: { zh: '不予救助告知书', en: 'Notice of refusal' },
  version: 1,
  by: ['chair', 'rights', 'family'],
  in: ['rejected'],
  rule: 'processes 2.3',
  body: ({ facts: { answers, history }, person, documentNumber, recordNumber, org, today }) => {
    const said = history.findLast((done) => done.to === 'rejected')?.answers ?? {}
    return [
      { block: 'heading', text: '不予救助告知书' },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['事项编号', textWords(recordNumber)],
        ],
      },
      { block: 'paragraph', text: `${typeof answers.person === 'string' ? person(answers.person).name : ''}女士：` },
      {
        block: 'paragraph',
        indent: true,
        text: `您${dayWords(answers.appliedOn)}提出的救助申请，经审核不予救助。原因：${choiceWords(rejectionReasons, said.code)}。${textWords(said.why)}`,
      },
      {
        block: 'paragraph',
        indent: true,
        text: '情况有变化或有新材料的，可以重新申请；对结果有不同意见的，可以向上一级妇联反映，或致电12338。',
      },
      { block: 'seal', org, on: today },
    ]
  },
}
