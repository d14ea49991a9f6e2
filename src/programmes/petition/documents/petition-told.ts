import { choiceWords, dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { matters } from '../fields.ts'

const said = (route: unknown, to: string): string => {
  if (route === 'ours') return '您反映的事项由我会受理，将自受理之日起六十日内办结，并书面答复您。'
  if (route === 'transferred') return `您反映的事项依法应由${to}处理，已转送该机关，请与其联系。`
  return '您反映的事项依法不予受理。您可以通过诉讼、仲裁、行政复议等法定途径提出，或向有权处理的机关提出。'
}

/** 受理（转送、不予受理）告知书 (信访工作条例 第二十三条). */
export const petitionTold: DocumentTemplate<never> = {
  label: { zh: '信访事项告知书', en: 'Notice of route' },
  version: 1,
  by: ['rights'],
  rule: 'R-PET-02',
  body: ({ facts: { answers }, org, today, documentNumber, person }) => [
    { block: 'heading', text: '信访事项告知书' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['事项类别', choiceWords(matters, answers.matter)],
        ['收到日期', dayWords(answers.receivedOn)],
      ],
    },
    {
      block: 'paragraph',
      text: `${typeof answers.petitioner === 'string' ? person(answers.petitioner).name : '信访人'}：`,
    },
    { block: 'paragraph', text: said(answers.route, textWords(answers.routeTo)), indent: true },
    { block: 'seal', org, on: today },
  ],
}
