import { type Grade, grades } from './count.ts'
import type { Facts } from './programme.ts'

type People = Pick<Facts, 'attendance' | 'heads'>

/** One activity has one grade: the surest evidence of who came. */
export const surestGrade = ({ attendance, heads }: People): Grade =>
  attendance.length > 0 ? 'A' : (heads.map((h) => h.grade).sort()[0] ?? 'C')

/** Person-times by grade: who signed in is A, heads are of the grade they were counted with. */
export const personTimes = ({ attendance, heads }: People): readonly (readonly [many: number, grade: Grade])[] =>
  grades.map((grade) => [
    grade === 'A' ? attendance.length : heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0),
    grade,
  ])

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
    met: (f: People) => f.attendance.length + f.heads.length > 0,
  },
} as const
