import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { seal, section } from '../../../core/document-pieces.ts'
import { orderKinds } from '../order-fields.ts'
import { attendedSessions } from '../order-worth.ts'

const hands = ['guide', 'family', 'rights'] as const
const rule = 'processes 4.5'

/** 家庭教育指导计划书. */
export const guidancePlan: DocumentTemplate<'planned' | 'guiding'> = {
  label: { zh: '家庭教育指导计划书', en: 'Plan of guidance' },
  version: 1,
  by: hands,
  in: ['planned', 'guiding'],
  rule,
  body: (data) => {
    const { answers } = data.facts
    return [
      { block: 'heading', text: '家庭教育指导计划书' },
      {
        block: 'rows',
        rows: [
          ['文书编号', data.documentNumber],
          ['依据', `${choiceWords(orderKinds, answers.kind)} ${textWords(answers.documentNo)}`],
          ['出具单位', textWords(answers.issuer)],
          ['家长', typeof answers.parent === 'string' ? data.person(answers.parent).name : ''],
          ['孩子', `${textWords(answers.childInitials)}，${textWords(answers.childYear)}年出生`],
          ['次数', `${textWords(answers.sessions)} 次`],
          ['期限', dayWords(answers.periodTo)],
          ['指导者', textWords(answers.guide)],
        ],
      },
      ...section('目标', textWords(answers.goals)),
      ...section('安排', textWords(answers.plan)),
      { block: 'signatures', lines: ['家长', '指导者', '出具单位联系人'] },
      seal(data),
    ]
  },
}

/** 完成情况报告, to the court, procuratorate or police that issued the paper. */
export const completionReport: DocumentTemplate<'completed' | 'reported' | 'closed'> = {
  label: { zh: '指导完成情况报告', en: 'Report of completion' },
  version: 1,
  by: hands,
  in: ['completed', 'reported', 'closed'],
  rule,
  body: (data) => {
    const { answers, history } = data.facts
    const assessed = history.findLast((done) => done.action === 'complete')?.answers.assessed
    return [
      { block: 'heading', text: '家庭教育指导完成情况报告' },
      {
        block: 'rows',
        rows: [
          ['文书编号', data.documentNumber],
          ['报送', textWords(answers.issuer)],
          ['依据', `${choiceWords(orderKinds, answers.kind)} ${textWords(answers.documentNo)}`],
          ['家长', typeof answers.parent === 'string' ? data.person(answers.parent).name : ''],
          ['要求次数', `${textWords(answers.sessions)} 次`],
          ['实际参加', `${attendedSessions(history).length} 次`],
        ],
      },
      {
        block: 'table',
        head: ['第几次', '日期'],
        rows: attendedSessions(history).map((done, i) => [String(i + 1), dayWords(done.on)]),
      },
      ...section('简要评估', textWords(assessed)),
      { block: 'signatures', lines: ['指导者'] },
      seal(data),
    ]
  },
}

/** 督促接受家庭教育指导建议 (家庭教育促进法 第四十八条; R-EDU-03): advice, no order, and so it says. */
export const urgingAdvice: DocumentTemplate<'received' | 'planned'> = {
  label: { zh: '督促接受家庭教育指导建议', en: 'Advice to take guidance' },
  version: 1,
  by: hands,
  in: ['received', 'planned'],
  rule: 'R-EDU-03',
  body: (data) => {
    const { answers } = data.facts
    const parent = typeof answers.parent === 'string' ? data.person(answers.parent).name : ''
    return [
      { block: 'heading', text: '督促接受家庭教育指导建议' },
      { block: 'rows', rows: [['文书编号', data.documentNumber]] },
      { block: 'paragraph', text: `${parent}：` },
      {
        block: 'paragraph',
        text: '父母是孩子的第一任老师。依照《中华人民共和国家庭教育促进法》第四十八条，建议您接受家庭教育指导。指导免费，时间和您商量。',
        indent: true,
      },
      {
        block: 'paragraph',
        text: `请在${dayWords(answers.periodTo)}前和我们联系，参加 ${textWords(answers.sessions)} 次指导。`,
        indent: true,
      },
      { block: 'paragraph', text: '这是建议，不是处罚。有困难请告诉我们，一起想办法。', indent: true },
      seal(data),
    ]
  },
}
