import { type Clock, calendarDays } from './clock.ts'
import type { Role } from './role.ts'

/** A visit of guests, of some days: another person approves it, it is over on its last day, and is summed up (L088, L151). */
export const visitStates = {
  planned: { zh: '待批准', en: 'Planned' },
  approved: { zh: '已批准', en: 'Approved' },
  held: { zh: '待小结', en: 'Held' },
  closed: { zh: '已小结', en: 'Summed up' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const

export const visitChecks = {
  isOver: {
    label: { zh: '到了结束那天', en: 'The last day has come' },
    rule: 'R-STAT-01',
    met: ({ answers, today }: { readonly answers: { readonly endsOn?: string }; readonly today?: string }) =>
      today === undefined || today >= (answers.endsOn ?? ''),
  },
} as const

export const visitSteps = <const B extends readonly Role[]>(by: B) =>
  ({
    approve: {
      label: { zh: '批准', en: 'Approve' },
      from: ['planned'],
      to: 'approved',
      by,
      reach: 'below',
      otherThan: ['create'],
      tone: 'main',
    },
    hold: {
      label: { zh: '办完了', en: 'Held' },
      from: ['approved'],
      to: 'held',
      by,
      needs: ['isOver'],
      tone: 'main',
    },
    close: {
      label: { zh: '写小结', en: 'Sum up' },
      from: ['held'],
      to: 'closed',
      by,
      fills: ['summary'],
      tone: 'main',
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'approved'],
      to: 'cancelled',
      by,
      reason: true,
    },
  }) as const

export const sumUpClock = (rule: string): Clock<'held' | 'closed', 'close', never> => ({
  label: { zh: '写小结', en: 'Sum up' },
  from: 'held',
  until: ['closed'],
  within: calendarDays(10),
  legal: false,
  rule,
})
