import { calendarDays, hours, minutes, type Span, workingDays } from '../../core/clock.ts'
import type { Label } from '../../core/unit.ts'

export const ended = ['resolved', 'converted', 'unfounded', 'expired'] as const

type Urgency = 'red' | 'orange' | 'yellow' | 'green'
const urgencies: readonly Urgency[] = ['red', 'orange', 'yellow', 'green']

const visitWithin = (by: Urgency, label: Label, within: Span) => ({
  label,
  after: [by],
  // Graded anew, the clock of the old grade stands still: the new one counts.
  done: ['visit' as const, ...urgencies.filter((urgency) => urgency !== by)],
  until: ended,
  within,
  legal: false,
  rule: 'L108',
})

/** How soon somebody must be there, by how urgently help is needed (processes 1.2). */
export const clueClocks = {
  grade: {
    label: { zh: '判断多急', en: 'Say how urgent it is' },
    from: 'found',
    until: ['graded', ...ended],
    within: hours(4),
    legal: false,
    rule: 'L108',
  },
  goRed: visitWithin('red', { zh: '立刻去看（红）', en: 'Go at once (red)' }, minutes(30)),
  goOrange: visitWithin('orange', { zh: '四小时内去看（橙）', en: 'Go within four hours (orange)' }, hours(4)),
  goYellow: visitWithin(
    'yellow',
    { zh: '下一个工作日去看（黄）', en: 'Go by the next working day (yellow)' },
    workingDays(1),
  ),
  goGreen: visitWithin(
    'green',
    { zh: '五个工作日内去看（绿）', en: 'Go within five working days (green)' },
    workingDays(5),
  ),
  keep: {
    label: { zh: '到期不再保留', en: 'Kept until' },
    from: 'found',
    until: ended,
    within: calendarDays(90),
    dueField: 'keepUntil',
    legal: false,
    rule: 'L108',
    remindBefore: [30, 7],
    expires: 'expire',
  },
} as const
