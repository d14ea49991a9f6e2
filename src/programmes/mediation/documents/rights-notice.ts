import type { DocumentTemplate } from '../../../core/document.ts'
import { namesIn, pageHead, signByHand } from '../../../core/document-pieces.ts'
import { committeeOf, type MediationState, makers } from './words.ts'

/** 权利义务告知书 (人民调解法 第十一条至第十五条、第二十三条、第二十四条), one page for each party. */
export const rightsNotice: DocumentTemplate<MediationState> = {
  label: { zh: '权利义务告知书', en: 'Notice of rights and duties' },
  version: 1,
  series: 'GZ',
  by: makers,
  in: ['applied', 'accepted', 'mediating'],
  rule: 'R-MED-04',
  body: (data) => {
    const { answers } = data.facts
    return [
      ...pageHead('权利义务告知书', data),
      { block: 'paragraph', text: `${namesIn(data, answers.parties)}：` },
      { block: 'paragraph', indent: true, text: `你们的纠纷由${committeeOf(answers)}调解，现将权利义务告知如下：` },
      { block: 'heading', text: '你有权' },
      {
        block: 'numbered',
        items: [
          '选择或者接受人民调解员；',
          '接受调解、拒绝调解，或者要求终止调解，不用说明理由；',
          '要求调解公开进行或者不公开进行；',
          '自主表达意愿，自愿达成调解协议；',
          '不经调解或者调解不成，依法通过仲裁、行政、司法途径维护自己的权利。',
        ],
      },
      { block: 'heading', text: '你应当' },
      {
        block: 'numbered',
        items: ['如实陈述纠纷事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。'],
      },
      { block: 'heading', text: '请你知道' },
      {
        block: 'numbered',
        items: [
          '调解不收任何费用。',
          '人民调解员应当保密；偏袒一方、侮辱当事人、索取财物、泄露隐私的，可以向本委员会或者司法行政部门反映。',
          '有暴力或者害怕的，随时单独告诉调解员，或者拨打110、12338。',
        ],
      },
      signByHand,
      { block: 'signatures', lines: ['被告知人', '告知人'] },
    ]
  },
}
