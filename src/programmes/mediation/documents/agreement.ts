import { choiceWords, textWords } from '../../../core/answer-words.ts'
import type { Block, DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, section, signByHand } from '../../../core/document-pieces.ts'
import { disputes } from '../forms.ts'
import { clausesOf, clauseWords, committeeOf, type MediationState, makers, touchesStatus } from './words.ts'

/** Only the registry or a court ends a marriage: a mediated divorce agreement is a draft for them (民法典 第一千零七十六条至第一千零七十九条; R-MED-12). */
const draftOnly: Block = {
  block: 'paragraph',
  indent: true,
  text: '特别说明：本协议不解除婚姻关系，也不确认或变更其他身份关系。涉及离婚的条款，只是双方向婚姻登记机关申请离婚登记或者向人民法院提起诉讼时使用的草稿，以登记或者生效裁判为准；人民法院不受理对身份关系、收养关系、婚姻关系的司法确认申请。',
}

/** 人民调解协议书 (人民调解法 第二十九条): parties, dispute, clauses, when it takes effect. Printed, signed by hand, scanned. */
export const agreement: DocumentTemplate<MediationState> = {
  label: { zh: '人民调解协议书', en: 'Mediation agreement' },
  version: 1,
  series: 'XY',
  by: makers,
  in: ['mediating', 'agreed', 'performing', 'done'],
  rule: 'R-MED-08',
  body: (data) => {
    const { answers } = data.facts
    return [
      ...pageHead('人民调解协议书', data),
      {
        block: 'rows',
        rows: [
          ['申请人', namesIn(data, answers.parties, 'applicant')],
          ['被申请人', namesIn(data, answers.parties, 'respondent')],
          ['纠纷类型', choiceWords(disputes, answers.dispute)],
        ],
      },
      ...section('纠纷事实与各方说法', textWords(answers.facts)),
      { block: 'heading', text: '经调解，双方自愿达成如下协议' },
      { block: 'numbered', items: clausesOf(answers).map((one) => `${clauseWords(one)}。`) },
      ...(touchesStatus(answers) ? [draftOnly] : []),
      { block: 'heading', text: '效力与履行' },
      {
        block: 'numbered',
        items: [
          '本协议自双方签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。',
          '本协议具有法律约束力，双方应当按照约定履行；人民调解委员会对履行情况进行监督。',
          '双方认为有必要的，可以自本协议生效之日起三十日内共同向人民法院申请司法确认。',
          '本协议一式三份，双方各执一份，人民调解委员会留存一份。',
        ],
      },
      signByHand,
      { block: 'signatures', lines: ['申请人', '被申请人', '人民调解员', '记录人'] },
      { block: 'seal', org: committeeOf(answers), on: data.today },
    ]
  },
}
