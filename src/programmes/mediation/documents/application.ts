import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, section, signByHand } from '../../../core/document-pieces.ts'
import { disputes } from '../forms.ts'
import { committeeOf, type MediationState, makers } from './words.ts'

/** 人民调解申请书 (人民调解法 第十七条). Addresses and numbers are written in by hand: the other side may hold this page. */
export const application: DocumentTemplate<MediationState> = {
  label: { zh: '人民调解申请书', en: 'Application for mediation' },
  version: 1,
  series: 'SQ',
  by: makers,
  in: ['applied', 'accepted', 'mediating'],
  rule: 'R-MED-03',
  body: (data) => {
    const { answers } = data.facts
    return [
      ...pageHead('人民调解申请书', data),
      {
        block: 'rows',
        rows: [
          ['申请人', namesIn(data, answers.parties, 'applicant')],
          ['被申请人', namesIn(data, answers.parties, 'respondent')],
          ['纠纷类型', choiceWords(disputes, answers.dispute)],
          ['申请日期', dayWords(answers.appliedOn)],
          ['公开调解', answers.open === true ? '同意公开' : '不公开'],
        ],
      },
      ...section('事实与各方说法', textWords(answers.facts)),
      {
        block: 'paragraph',
        indent: true,
        text: `特申请${committeeOf(answers)}予以调解。本人知道：调解自愿、免费，随时可以不再继续，也可以直接向人民法院起诉。`,
      },
      signByHand,
      { block: 'signatures', lines: ['申请人'] },
    ]
  },
}
