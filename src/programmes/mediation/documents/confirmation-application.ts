import { dayWords } from '../../../core/answer-words.ts'
import { addCalendarDays } from '../../../core/day.ts'
import type { Block, DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, signByHand } from '../../../core/document-pieces.ts'
import { clausesOf, clauseWords, committeeOf, type MediationState, makers } from './words.ts'

/** 司法确认申请书: both ask together within 30 days (民事诉讼法 第二百零五条); what is about status is left out, the court takes none of it. */
export const confirmationApplication: DocumentTemplate<MediationState> = {
  label: { zh: '司法确认申请书', en: 'Application for court confirmation' },
  version: 1,
  series: 'SF',
  by: makers,
  in: ['agreed', 'performing'],
  rule: 'R-MED-09',
  body: (data) => {
    const { answers, reached } = data.facts
    const asked = clausesOf(answers).filter((one) => one.type !== 'identity')
    const left = clausesOf(answers).length - asked.length
    const leftOut: Block = {
      block: 'paragraph',
      indent: true,
      text: `调解协议中另有${left}条涉及身份关系，依照法释〔2011〕5号第四条，不申请确认。`,
    }
    return [
      ...pageHead('司法确认申请书', data),
      {
        block: 'rows',
        rows: [
          ['申请人（一）', namesIn(data, answers.parties, 'applicant')],
          ['申请人（二）', namesIn(data, answers.parties, 'respondent')],
          ['证件号码、住址', '由双方各自当场填写'],
          ['调解组织', committeeOf(answers)],
          ['达成协议日期', dayWords(reached.agreed)],
          ['最迟申请日期', dayWords(reached.agreed && addCalendarDays(reached.agreed, 30))],
        ],
      },
      { block: 'heading', text: '请求事项' },
      { block: 'paragraph', indent: true, text: '请求人民法院确认双方调解协议中下列条款有效：' },
      { block: 'numbered', items: asked.map((one) => `${clauseWords(one)}。`) },
      ...(left > 0 ? [leftOut] : []),
      { block: 'heading', text: '承诺' },
      {
        block: 'paragraph',
        indent: true,
        text: '双方出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律；因该协议内容给他人造成损害的，愿意承担相应责任。',
      },
      { block: 'paragraph', text: '此致　　　　　　　　人民法院' },
      signByHand,
      { block: 'signatures', lines: ['申请人（一）', '申请人（二）'] },
    ]
  },
}
