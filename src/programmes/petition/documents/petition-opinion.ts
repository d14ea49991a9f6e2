import { textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 信访事项处理意见书 (信访工作条例 第三十二条): the claim, the facts, the law, the opinion, and the way to a review. */
export const petitionOpinion: DocumentTemplate<
  'opinion' | 'reviewing' | 'reviewed' | 'rereviewing' | 'hearing' | 'final' | 'closed'
> = {
  label: { zh: '信访事项处理意见书', en: 'Opinion on a petition' },
  version: 1,
  by: ['rights'],
  in: ['opinion', 'reviewing', 'reviewed', 'rereviewing', 'hearing', 'final', 'closed'],
  rule: 'R-PET-04',
  body: ({ facts: { answers }, org, today, documentNumber, person }) => [
    { block: 'heading', text: '信访事项处理意见书' },
    { block: 'rows', rows: [['编号', documentNumber]] },
    {
      block: 'paragraph',
      text: `${typeof answers.petitioner === 'string' ? person(answers.petitioner).name : '信访人'}：`,
    },
    { block: 'paragraph', text: `您反映的诉求：${textWords(answers.claim)}`, indent: true },
    { block: 'paragraph', text: `查明的事实：${textWords(answers.facts)}`, indent: true },
    { block: 'paragraph', text: `政策法律依据：${textWords(answers.basis)}`, indent: true },
    { block: 'paragraph', text: `处理意见：${textWords(answers.opinion)}`, indent: true },
    {
      block: 'paragraph',
      text: '如不服本处理意见，可以自收到本意见书之日起三十日内向原办理机关的上一级机关申请复查。',
      indent: true,
    },
    { block: 'seal', org, on: today },
  ],
}
