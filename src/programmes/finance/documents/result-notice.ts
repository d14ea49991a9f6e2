import { choiceWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { lending, refusals } from '../words.ts'

/** 贷款推荐结果告知单: no without a reason; every no with a way to complain (R-PRI-10). */
export const resultNotice: DocumentTemplate<'refused' | 'not-recommended' | 'closed'> = {
  label: { zh: '贷款推荐结果告知单', en: 'Notice of the result' },
  version: 1,
  by: lending,
  in: ['refused', 'not-recommended', 'closed'],
  rule: 'processes 9.4',
  body: ({ facts: { answers, history }, documentNumber, recordNumber, org, today }) => {
    const byBank = answers.refusal !== undefined
    const why = history.findLast((done) => done.action === 'decline')?.answers.why
    const next = history.findLast((done) => done.action === 'tell')?.answers.next
    return [
      { block: 'heading', text: '贷款推荐结果告知单' },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['事项编号', textWords(recordNumber)],
          ['项目', textWords(answers.project)],
          ['结果', byBank ? `${textWords(answers.bankName)}没有批准` : '这次没有推荐'],
          ...(byBank ? [['原因', choiceWords(refusals, answers.refusal)] as const] : []),
          ['说明', textWords(byBank ? answers.refusalWords : why)],
          ['还可以试试', textWords(next)],
        ],
      },
      {
        block: 'paragraph',
        indent: true,
        text: '对结果不满意：可以向银行的客服和上级行反映，可以拨打金融消费者投诉热线 12378；对妇联的办理不满意，可以拨打 12338 或向上级妇联反映。没有推荐或没有批准，不影响您自己去任何一家银行申请。',
      },
      { block: 'seal', org, on: today },
    ]
  },
}
