import { workingDays } from '../../core/clock.ts'
import type { Role } from '../../core/role.ts'
import { hands } from './words.ts'

/** Steps of what is planned and held, and counts once it is recorded who came; with attendedChecks. */
export const gatheringSteps = <const B extends readonly Role[]>(by: B) =>
  ({
    hold: {
      label: { zh: '办完了，人数稍后记', en: 'Held; the numbers follow' },
      from: ['planned'],
      to: 'held',
      by,
      needs: ['hasHappened'],
    },
    record: {
      label: { zh: '记好了', en: 'Recorded' },
      from: ['planned', 'held'],
      to: 'recorded',
      by,
      needs: ['hasHappened', 'someoneCame'],
      tone: 'main',
    },
    giveBack: {
      label: { zh: '退回补记', en: 'Give back' },
      from: ['recorded'],
      to: 'held',
      by: hands,
      reach: 'below',
      reason: true,
    },
    cancel: {
      label: { zh: '取消', en: 'Cancel' },
      from: ['planned', 'held', 'recorded'],
      to: 'cancelled',
      by,
      reason: true,
    },
  }) as const

/** Who held it records it within five working days. */
export const recordClock = {
  label: { zh: '记下来', en: 'Record it' },
  from: 'held',
  until: ['recorded', 'cancelled'],
  within: workingDays(5),
  legal: false,
} as const
