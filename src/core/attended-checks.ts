import type { Facts } from './programme.ts'

/** What every activity is asked before it counts: its day has come, and who came is recorded. */
export const attendedChecks = {
  hasHappened: {
    label: { zh: '到了那一天', en: 'The day has come' },
    rule: 'R-STAT-01',
    met: (f: Pick<Facts, 'on' | 'today'>) => f.today === undefined || f.today >= f.on,
  },
  someoneCame: {
    label: { zh: '记下来了多少人（签到或清点）', en: 'Attendance is recorded' },
    rule: 'R-STAT-01',
    met: (f: Pick<Facts, 'attendance' | 'heads'>) => f.attendance.length + f.heads.length > 0,
  },
} as const
