import type { Grade } from '../../../../core/count.ts'
import { compose } from '../../../../core/local/compose.ts'
import type { LocalSpec } from '../../../../core/local/spec.ts'
import { countsOf, reachedIn } from '../../../../core/procedure.ts'
import type { Done, Facts } from '../../../../core/programme.ts'
import { findProgramme } from '../../../../registry.ts'
import type { RecordView } from '../data/shapes.ts'

export interface CountNow {
  measure: string
  value: number
  grade: Grade
  on: string
}

/**
 * What a record is worth now, by the definition's own counts: the sum per measure and grade of evidence, with its day. Who came is
 * not told to a browser, how many is: made-up names stand in for them. Empty for a programme this bundle does not know.
 */
export function countsNow(view: RecordView, local: LocalSpec | null = null): CountNow[] {
  const { programme: id, version } = view
  const programme = findProgramme(id) ?? (local && compose(local, { id, version, owner: 0 }))
  if (!programme) return []
  const history: Done[] = view.history.map((item) => ({
    action: item.action,
    from: item.from ?? undefined,
    to: item.to,
    on: item.on,
    answers: item.answers,
  }))
  const people = view.attendance?.people ?? 0
  const facts: Facts = {
    state: view.state,
    on: view.onDate,
    answers: view.answers,
    history,
    reached: reachedIn(history),
    person: view.kind === 'member' ? (view.persons[0]?.id ?? 'one') : undefined,
    attendance: Array.from({ length: people }, (_, at) => ({
      person: `person ${at}`,
      minutes: at === 0 ? (view.attendance?.minutes ?? 0) : 0,
    })),
    heads: view.heads.map(({ count, grade, reason, evidence }) => ({
      ...{ count, grade },
      ...(reason !== undefined && { reason }),
      ...(evidence !== undefined && { evidence }),
    })),
  }
  const sums = new Map<string, CountNow>()
  for (const { measure, value, grade, on } of countsOf(programme, facts)) {
    const key = `${measure} ${grade}`
    sums.set(key, { measure, on, grade, value: (sums.get(key)?.value ?? 0) + value })
  }
  return [...sums.values()]
}
