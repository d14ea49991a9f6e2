import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 妇女权益保障法 第七十七条. */
export const clueKinds = {
  land: { zh: '土地承包、集体成员等权益', en: 'Land and collective membership' },
  employment: { zh: '平等就业', en: 'Equal employment' },
  harassment: { zh: '单位未采取合理措施预防和制止性骚扰', en: 'No measures against sexual harassment' },
  media: { zh: '媒体贬损妇女人格', en: 'Media degrading women' },
  other: { zh: '其他严重侵害妇女权益', en: 'Other serious harm' },
} as const

export const clueLetter: DocumentTemplate<'sent' | 'answered' | 'closed'> = {
  label: { zh: '公益诉讼线索移送函', en: 'Letter passing on a clue' },
  version: 1,
  by: ['rights'],
  in: ['sent', 'answered', 'closed'],
  rule: 'R-WOM-02',
  body: ({ facts: { answers }, org, today, documentNumber }) => [
    { block: 'heading', text: '公益诉讼线索移送函' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['线索类别', choiceWords(clueKinds, answers.kind)],
        ['发现日期', dayWords(answers.foundOn)],
      ],
    },
    { block: 'paragraph', text: `${textWords(answers.procuratorate)}：` },
    { block: 'paragraph', text: textWords(answers.facts), indent: true },
    {
      block: 'paragraph',
      text: '根据《中华人民共和国妇女权益保障法》第七十七条，现将上述线索移送你院，请依法办理并将结果告知我会。',
      indent: true,
    },
    ...(answers.materials ? [{ block: 'paragraph', text: `附件：${textWords(answers.materials)}` } as const] : []),
    { block: 'seal', org, on: today },
  ],
}
