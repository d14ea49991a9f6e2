import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { pageHead, seal } from '../../../core/document-pieces.ts'
import { services } from '../words.ts'

/** 品牌授权书 (processes 7.5): to be shown with licence and prices. */
export const authorisation: DocumentTemplate<'authorised'> = {
  label: { zh: '品牌授权书', en: 'Authorisation' },
  version: 1,
  by: ['development'],
  in: ['authorised'],
  forReceiver: true,
  rule: 'L070',
  body: (data) => {
    const { answers } = data.facts
    return [
      ...pageHead('“北疆亮姐”品牌授权书', data),
      {
        block: 'rows',
        rows: [
          ['公司', textWords(answers.name)],
          ['统一社会信用代码', textWords(answers.creditCode)],
          ['服务类别', choiceWords(services, answers.services)],
          ['授权至', dayWords(answers.authorisedTo)],
        ],
      },
      {
        block: 'numbered',
        items: [
          '公开营业执照、价目和投诉电话，与客户签书面合同，不扣押家政员证件。',
          '派出的家政员身份、健康证明、信用查询都在有效期内。',
          '不收授权费。违反约定的暂停或者收回授权。',
        ],
      },
      seal(data),
    ]
  },
}
