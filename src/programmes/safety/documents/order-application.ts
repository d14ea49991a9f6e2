import { choiceWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { behalfReasons, orderMeasures } from '../order-fields.ts'

/** 人身安全保护令（代为）申请书 — 反家庭暴力法 第二十三条、第二十七条; R-DV-04, R-DV-05. Addresses stay out: the court asks for them itself. */
export const orderApplication: DocumentTemplate<never> = {
  label: { zh: '保护令申请书', en: 'Application for a protection order' },
  version: 1,
  by: ['rights', 'operator', 'lawyer'],
  rule: 'R-DV-04',
  body: ({ facts: { answers }, documentNumber, org, today, person }) => {
    const woman = typeof answers.woman === 'string' ? person(answers.woman).name : ''
    const behalf = answers.onBehalf === true
    return [
      { block: 'heading', text: behalf ? '人身安全保护令代为申请书' : '人身安全保护令申请书' },
      {
        block: 'rows',
        rows: [
          ['文书编号', documentNumber],
          ['申请人', textWords(woman)],
          ...(behalf
            ? ([
                ['代为申请单位', org],
                ['代为申请的理由', choiceWords(behalfReasons, answers.behalfReason)],
              ] as const)
            : []),
          ['被申请人', textWords(answers.against)],
        ],
      },
      { block: 'heading', text: '请求事项' },
      { block: 'numbered', items: requestLines(answers.requests) },
      { block: 'heading', text: '事实与理由' },
      { block: 'paragraph', text: textWords(answers.facts), indent: true },
      { block: 'heading', text: '申请人的真实意愿' },
      { block: 'paragraph', text: textWords(answers.will), indent: true },
      {
        block: 'paragraph',
        indent: true,
        text: '申请人的住址、电话和现在住处另行密封提交，请人民法院依法予以保密，不向被申请人送达含有上述内容的材料。',
      },
      { block: 'paragraph', text: `此致　${textWords(answers.court)}` },
      { block: 'signatures', lines: behalf ? ['申请人（能签的由本人签名）', '代为申请单位经办人'] : ['申请人'] },
      ...(behalf ? ([{ block: 'seal', org, on: today }] as const) : []),
    ]
  },
}

function requestLines(requests: unknown): string[] {
  const keys = Array.isArray(requests) ? requests : []
  return keys.map((key) => `${choiceWords(orderMeasures, key)}。`)
}
