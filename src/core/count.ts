import type { Day } from './day.ts'
import type { KeysOfUnit, MeasureMap } from './measure.ts'
import type { Unit } from './unit.ts'

/** How sure a count is: A identified persons, B counted with evidence, C estimate, D taken over from a document. */
export type Grade = 'A' | 'B' | 'C' | 'D'
export const grades: readonly Grade[] = ['A', 'B', 'C', 'D']

/** What a record is worth on one measure. `value` in the measure's unit; yuan in fen. `person` on measures that unite. */
export interface Count<K extends string = string> {
  readonly measure: K
  readonly on: Day
  readonly value: number
  readonly grade: Grade
  readonly person?: string
}

/** Makes counts that fit their measure: a person cannot be counted on a measure of sessions, it does not compile. */
export interface Counter<M extends MeasureMap> {
  /** One session, item, team or place. */
  one(measure: KeysOfUnit<M, 'session' | 'item' | 'place' | 'household' | 'couple'>, on: Day, grade?: Grade): Count
  /** A stock loses one: a room closed, a team dissolved. */
  gone(measure: KeysOfUnit<M, 'item' | 'place' | 'household' | 'couple'>, on: Day): Count
  /** So many attendances, items… of one grade; 0 counts nothing. */
  many(
    measure: KeysOfUnit<M, Exclude<Unit, 'person' | 'yuan' | 'percent'>>,
    value: number,
    on: Day,
    grade: Grade,
  ): Count | undefined
  /** One identified person; the same person on any other record is the same person. */
  person(measure: KeysOfUnit<M, 'person'>, on: Day, person: string, step?: 1 | -1): Count
  /** One household of a united measure, by the person who stands for it: named at three levels it is one. */
  household(measure: KeysOfUnit<M, 'household'>, on: Day, person: string, step?: 1 | -1): Count
  /** Fen. */
  money(measure: KeysOfUnit<M, 'yuan'>, fen: number, on: Day, grade?: Grade): Count | undefined
}

export const counter: Counter<MeasureMap> = {
  one: (measure, on, grade = 'A') => ({ measure, on, value: 1, grade }),
  gone: (measure, on) => ({ measure, on, value: -1, grade: 'A' }),
  many: (measure, value, on, grade) => (value === 0 ? undefined : { measure, on, value, grade }),
  person: (measure, on, person, step = 1) => ({ measure, on, value: step, grade: 'A', person }),
  household: (measure, on, person, step = 1) => ({ measure, on, value: step, grade: 'A', person }),
  money: (measure, fen, on, grade = 'A') => (fen === 0 ? undefined : { measure, on, value: fen, grade }),
}

const keyOf = (c: Count) => `${c.measure}|${c.on}|${c.grade}|${c.person ?? ''}`

/** Counts of one key added together, zero sums dropped: the form in which they are posted. Order does not matter. */
export function settle(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>()
  for (const count of counts) {
    const key = keyOf(count)
    const held = sums.get(key)
    const sum = (held?.value ?? 0) + count.value
    // A person is in a record's count or not: twice is once.
    sums.set(key, { ...count, value: count.person ? Math.sign(sum) : sum })
  }
  return [...sums.values()].filter((c) => c.value !== 0)
}

/** desired − held, per key: what the ledger must post. Nothing when they agree, so a replay posts nothing. */
export function difference(desired: readonly Count[], held: readonly Count[]): Count[] {
  const out = new Map<string, Count>(settle(desired).map((c) => [keyOf(c), c]))
  for (const count of held) {
    const key = keyOf(count)
    out.set(key, { ...count, value: (out.get(key)?.value ?? 0) - count.value })
  }
  return [...out.values()].filter((c) => c.value !== 0)
}
