import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { Block, DocumentData, DocumentTemplate } from '../../../core/document.ts'
import { matterChannels } from '../../../core/rights-words.ts'

/** What every notice to her begins with. What it is about is not on it: paper lies about at home. */
const head = (title: string, { facts, documentNumber, recordNumber, person }: DocumentData): readonly Block[] => [
  { block: 'heading', text: title },
  {
    block: 'rows',
    rows: [
      ['文书编号', documentNumber],
      ['事项编号', textWords(recordNumber)],
    ],
  },
  {
    block: 'paragraph',
    text: `${typeof facts.answers.woman === 'string' ? person(facts.answers.woman).name : ''}女士：`,
  },
  {
    block: 'paragraph',
    indent: true,
    text: `您于${dayWords(facts.answers.receivedOn)}通过${choiceWords(matterChannels, facts.answers.channel)}提出的事项，我们已经收到。`,
  },
]
const foot = ({ org, today }: DocumentData): readonly Block[] => [
  { block: 'paragraph', text: '如有疑问，请致电12338。', indent: true },
  { block: 'seal', org, on: today },
]

/** 受理告知书 (信访工作条例 第二十三条 where it is a petition). */
export const acceptanceNotice: DocumentTemplate<never> = {
  label: { zh: '受理告知书', en: 'Notice of acceptance' },
  version: 1,
  by: ['rights', 'operator'],
  rule: 'D10',
  body: (data) => [
    ...head('受理告知书', data),
    { block: 'paragraph', text: '经研究，决定予以受理。办理情况将按您指定的安全方式告知。', indent: true },
    ...foot(data),
  ],
}

/** 转办告知书 */
export const transferNotice: DocumentTemplate<'registered' | 'triaged' | 'accepted' | 'handling' | 'referred-out'> = {
  label: { zh: '转办告知书', en: 'Notice of transfer' },
  version: 1,
  by: ['rights', 'operator'],
  in: ['registered', 'triaged', 'accepted', 'handling', 'referred-out'],
  rule: 'D10',
  body: (data) => [
    ...head('转办告知书', data),
    {
      block: 'paragraph',
      indent: true,
      text: '按照职责分工，您的事项转由有权处理的单位办理。接收单位将直接与您联系，我们继续跟进办理结果。',
    },
    {
      block: 'rows',
      rows: [
        ['接收单位', textWords(undefined)],
        ['联系电话', textWords(undefined)],
      ],
    },
    ...foot(data),
  ],
}

/** 不予受理告知书, with the way that is open to her; never for violence or a child (R-DV-02). */
export const refusalNotice: DocumentTemplate<'closed'> = {
  label: { zh: '不予受理告知书', en: 'Notice of non-acceptance' },
  version: 1,
  by: ['rights'],
  in: ['closed'],
  rule: 'R-DV-02',
  body: (data) => {
    const declined = data.facts.history.findLast((done) => done.action === 'decline')
    return [
      ...head('不予受理告知书', data),
      { block: 'paragraph', text: `经研究，不予受理。您可以：${textWords(declined?.answers.said)}`, indent: true },
      { block: 'paragraph', text: '对本告知有异议的，可以向上一级妇联提出。', indent: true },
      ...foot(data),
    ]
  },
}
