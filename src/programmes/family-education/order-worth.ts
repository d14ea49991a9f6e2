import type { Done } from '../../core/programme.ts'

const guided = (history: readonly Done[]) => history.filter((done) => done.action === 'guide')

/** Sessions the parent came to. */
export const attendedSessions = (history: readonly Done[]): readonly Done[] =>
  guided(history).filter((done) => done.answers.attended === true)

/** Sessions she missed without a reason (processes 4.2: two of them are told to the issuer). */
export const missedSessions = (history: readonly Done[]): number =>
  guided(history).filter((done) => done.answers.attended === false && done.answers.excused !== true).length
