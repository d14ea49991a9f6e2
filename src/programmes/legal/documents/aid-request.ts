import { dayWords, textWords } from '../../../core/answer-words.ts'
import type { DocumentTemplate } from '../../../core/document.ts'

/** 法律援助申请协助表 (法律援助法 第三十一条、第四十三条). */
export const aidRequest: DocumentTemplate<'referred' | 'granted' | 'assigned' | 'denied' | 'closed'> = {
  label: { zh: '法律援助申请协助表', en: 'Help with an application for legal aid' },
  version: 1,
  by: ['rights', 'lawyer'],
  in: ['referred', 'granted', 'assigned', 'denied', 'closed'],
  rule: 'D15',
  body: ({ facts: { answers }, org, today, documentNumber, person }) => {
    const asker = typeof answers.asker === 'string' ? person(answers.asker) : undefined
    return [
      { block: 'heading', text: '法律援助申请协助表' },
      {
        block: 'rows',
        rows: [
          ['编号', documentNumber],
          ['申请人', asker?.name ?? ''],
          ['证件号码', asker?.number ?? ''],
          ['法律援助机构', textWords(answers.centre)],
          ['申请事项', textWords(answers.aidFor)],
          ['咨询日期', dayWords(answers.askedOn)],
          ...(answers.violence === true
            ? [
                [
                  '经济困难状况',
                  '家庭暴力受害人主张人身、财产权益，不受经济困难条件限制（法律援助法第三十二条）',
                ] as const,
              ]
            : []),
        ],
      },
      { block: 'signatures', lines: ['申请人', '协助人'] },
      { block: 'seal', org, on: today },
    ]
  },
}
