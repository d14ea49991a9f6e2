import type { Grade } from './count.ts'
import type { Facts } from './programme.ts'

type Came = Pick<Facts, 'attendance' | 'heads'>

/** The surest evidence an activity has: who signed in, a counted sheet, an estimate. */
export const surestGrade = ({ attendance, heads }: Came): Grade =>
  attendance.length > 0 ? 'A' : (heads.map((h) => h.grade).sort()[0] ?? 'C')

/** How many came, by grade of evidence; a grade nobody has is left out. */
export function cameByGrade({ attendance, heads }: Came): { readonly grade: Grade; readonly came: number }[] {
  const ofGrade = (grade: Grade) =>
    grade === 'A' ? attendance.length : heads.filter((h) => h.grade === grade).reduce((sum, h) => sum + h.count, 0)
  return (['A', 'B', 'C', 'D'] as const).map((grade) => ({ grade, came: ofGrade(grade) })).filter((g) => g.came > 0)
}
