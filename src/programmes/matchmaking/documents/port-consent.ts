import { choiceWords, dayWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { shares } from '../port.ts'
import { matchmakers } from '../words.ts'

/** 个人信息提供单独同意书: what goes to the national platform, named one by one (个人信息保护法 第二十三条). */
export const portConsent: DocumentTemplate<'active' | 'paused'> = {
  label: { zh: '交给全国平台的单独同意书', en: 'Consent to the national platform' },
  version: 1,
  by: matchmakers,
  in: ['active', 'paused'],
  rule: 'R-MAT-06',
  body: ({ facts: { answers }, person, org, today }) => [
    { block: 'heading', text: '个人信息提供单独同意书' },
    {
      block: 'rows',
      rows: [
        ['姓名', typeof answers.person === 'string' ? person(answers.person).name : ''],
        ['接收方', '全国妇联婚恋服务平台'],
        ['交什么', `显示的称呼、${choiceWords(shares, answers.portShares)}`],
        ['签署日期', dayWords(today)],
      ],
    },
    {
      block: 'numbered',
      items: [
        '只交上面写明的内容；不交真名、证件号、电话、住址、婚姻状况。',
        '不同意，不影响在本地征友。',
        '可以随时收回；收回或退出以后，由妇联请平台删除，并告诉本人结果。',
      ],
    },
    { block: 'signatures', lines: ['本人签字'] },
    { block: 'seal', org, on: today },
  ],
}
