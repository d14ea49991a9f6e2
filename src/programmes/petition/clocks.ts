import { calendarDays, workingDays } from '../../core/clock.ts'

const over = ['closed', 'withdrawn'] as const
const act = '《信访工作条例》'

/** D10–D14. A period that ends on a day off ends on the next working day. */
export const clocks = {
  tell: {
    label: { zh: '告知信访人去向', en: 'Tell the petitioner where it went' },
    from: 'registered',
    until: ['told', 'objected', ...over],
    within: calendarDays(15),
    legal: true,
    law: `${act}第二十三条`,
    rule: 'D10',
    remindBefore: [5],
  },
  object: {
    label: { zh: '转错的可提异议', en: 'Object to a wrong transfer' },
    after: ['recordTransfer'],
    until: ['accepted', 'advised', 'objected', 'passed', 'refused', ...over],
    within: workingDays(5),
    legal: true,
    law: `${act}第二十三条`,
    rule: 'D11',
  },
  finish: {
    label: { zh: '出具处理意见', en: 'Give the opinion' },
    from: 'accepted',
    until: ['opinion', ...over],
    within: calendarDays(60),
    legal: true,
    law: `${act}第三十四条`,
    rule: 'D12',
    extend: { by: 'extend', with: calendarDays(30), times: 1 },
    remindBefore: [15, 5],
  },
  askReview: {
    label: { zh: '信访人可申请复查的期限', en: 'Review may be asked for until' },
    from: 'opinion',
    until: ['reviewing', ...over],
    within: calendarDays(30),
    legal: true,
    law: `${act}第三十五条`,
    rule: 'D13',
    expires: 'lapse',
  },
  review: {
    label: { zh: '答复复查', en: 'Answer the review' },
    from: 'reviewing',
    until: ['reviewed', ...over],
    within: calendarDays(30),
    legal: true,
    law: `${act}第三十五条`,
    rule: 'D13',
    remindBefore: [7],
  },
  askRereview: {
    label: { zh: '信访人可申请复核的期限', en: 'Re-review may be asked for until' },
    from: 'reviewed',
    until: ['rereviewing', 'accepted', ...over],
    within: calendarDays(30),
    legal: true,
    law: `${act}第三十六条`,
    rule: 'D14',
    expires: 'lapse',
  },
  rereview: {
    label: { zh: '答复复核（听证时间不算）', en: 'Answer the re-review (hearing time excluded)' },
    from: 'rereviewing',
    until: ['final', ...over],
    within: calendarDays(30),
    pausedIn: ['hearing'],
    legal: true,
    law: `${act}第三十六条`,
    rule: 'D14',
    remindBefore: [7],
  },
} as const
