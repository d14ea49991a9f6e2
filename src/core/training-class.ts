import { cameByGrade, surestGrade } from './attended.ts'
import type { Count, Grade } from './count.ts'
import type { Day } from './day.ts'
import type { Facts } from './programme.ts'

interface Finisher {
  readonly person: string
}
type Class = Pick<Facts, 'attendance' | 'heads' | 'today'> & {
  readonly answers: { readonly endsOn?: Day; readonly certified?: readonly Finisher[] }
}

/** What every training class is asked: it is over, who came is recorded, and who finished had come. */
export const trainingChecks = {
  isOver: {
    label: { zh: '到了结束那天', en: 'The last day has come' },
    rule: 'R-STAT-01',
    met: ({ answers, today }: Pick<Class, 'answers' | 'today'>) =>
      today === undefined || today >= (answers.endsOn ?? ''),
  },
  someoneCame: {
    label: { zh: '记下来了多少人', en: 'Attendance is recorded' },
    rule: 'R-STAT-01',
    met: ({ attendance, heads }: Pick<Class, 'attendance' | 'heads'>) => attendance.length + heads.length > 0,
  },
  allCame: {
    label: { zh: '结业的人都签到了', en: 'Those who finished had signed in' },
    rule: 'L060',
    met: ({ answers, attendance }: Pick<Class, 'answers' | 'attendance'>) =>
      (answers.certified ?? []).every(({ person }) => attendance.some((a) => a.person === person)),
  },
} as const

interface ClassCounter {
  one(measure: 'classes', on: Day, grade?: Grade): Count
  many(measure: 'trained', value: number, on: Day, grade: Grade): Count | undefined
  person(measure: 'people' | 'finished', on: Day, person: string): Count
}

/**
 * What a class that was held is worth: one class by its surest evidence, attendances by grade, the distinct people who signed
 * in, and those among them who finished.
 */
export function classWorth(
  held: Pick<Facts, 'on' | 'attendance' | 'heads'>,
  finished: readonly Finisher[],
  count: ClassCounter,
): (Count | undefined)[] {
  const { on, attendance } = held
  return [
    count.one('classes', on, surestGrade(held)),
    ...cameByGrade(held).map(({ grade, came }) => count.many('trained', came, on, grade)),
    ...attendance.map(({ person }) => count.person('people', on, person)),
    ...finished.map(({ person }) => count.person('finished', on, person)),
  ]
}
