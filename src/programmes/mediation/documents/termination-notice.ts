import { choiceWords, dayWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead } from '../../../core/document-pieces.ts'
import { ended } from '../forms.ts'
import { committeeOf, type MediationState, makers } from './words.ts'

/** 终止调解通知书 (人民调解法 第二十六条). Both sides read it: why it ended, and who wished it, is not on it. */
export const terminationNotice: DocumentTemplate<MediationState> = {
  label: { zh: '终止调解通知书', en: 'Notice that mediation has ended' },
  version: 1,
  series: 'ZZ',
  by: makers,
  in: ['failed', 'refused'],
  rule: 'R-MED-06',
  body: (data) => {
    const { answers, history, reached } = data.facts
    const routes =
      history.findLast((done) => done.action === 'fail')?.answers.routes ?? Object.keys(ended.routes.options)
    return [
      ...pageHead('终止调解通知书', data),
      { block: 'paragraph', text: `${namesIn(data, answers.parties)}：` },
      {
        block: 'paragraph',
        indent: true,
        text: `你们于${dayWords(answers.appliedOn)}申请调解的纠纷，现依照《中华人民共和国人民调解法》第二十六条，于${dayWords(reached.failed ?? reached.refused)}终止调解。`,
      },
      {
        block: 'paragraph',
        indent: true,
        text: `你们可以依法通过下列途径维护自己的权利：${choiceWords(ended.routes.options, routes)}。`,
      },
      { block: 'paragraph', indent: true, text: '需要帮助的，可以拨打12338或者12348咨询；有危险的，请拨打110。' },
      { block: 'seal', org: committeeOf(answers), on: data.today },
    ]
  },
}
