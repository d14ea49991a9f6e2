import type { Label } from '../../core/unit.ts'

/** What a trip is for (R-MHE-02), and the measure that counts whom it served. */
export const purposes = {
  clinic: { zh: '义诊', en: 'Free clinic' },
  screening: { zh: '筛查', en: 'Screening' },
  teaching: { zh: '健康宣教', en: 'Teaching' },
  maternity: { zh: '接送孕产妇', en: 'Mothers carried' },
  emergency: { zh: '急救', en: 'Emergency' },
  training: { zh: '培训乡村医生', en: 'Training of village doctors' },
} as const satisfies Record<string, Label>
export type Purpose = keyof typeof purposes
