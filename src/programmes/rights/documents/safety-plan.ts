import { choiceWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'
import { safetyPlan } from '../fields.ts'

/** 安全计划, for the file; a page for her only where she says that paper is safe. It bears no heading that tells what it is. */
export const safetyPlanSheet: DocumentTemplate<never> = {
  label: { zh: '安全计划', en: 'Safety plan' },
  version: 1,
  by: ['rights', 'operator', 'lawyer'],
  rule: 'R-MED-11',
  body: ({ facts: { answers }, documentNumber, org, today }) => [
    { block: 'heading', text: '出行备忘' },
    {
      block: 'rows',
      rows: [
        ['编号', documentNumber],
        ['怎么走', textWords(answers.exits)],
        ['去哪里', textWords(answers.refuge)],
        ['找谁', textWords(answers.trusted)],
        ['暗号', textWords(answers.signal)],
        ['带上', choiceWords(safetyPlan.bag.options, answers.bag)],
      ],
    },
    ...(answers.paper === true ? [] : ([{ block: 'paragraph', text: '（内部存档，不交本人带回。）' }] as const)),
    { block: 'seal', org, on: today },
  ],
}
