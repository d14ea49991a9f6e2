import { lateFrom } from '../../../../core/clock.ts'
import type { RecordView } from '../data/shapes.ts'

type Clock = RecordView['clocks'][number]

/** When a running clock is late, in milliseconds: its moment, or the end of its last day. */
export const endOf = ({ dueOn, dueAt }: Pick<Clock, 'dueOn' | 'dueAt'>): number =>
  lateFrom({ dueOn, ...(dueAt !== null && { dueAt }) })

/** The one that ends first on top. */
export const byDeadline = (a: Clock, b: Clock): number => endOf(a) - endOf(b)
