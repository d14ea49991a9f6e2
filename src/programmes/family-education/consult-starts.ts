import { childReport } from '../../core/harm-report.ts'
import type { Done, Facts, Start } from '../../core/programme.ts'

type Danger = Readonly<Record<string, boolean>>

/** What the last questions of safety said; undefined while nobody asked. */
export const lastDanger = (history: readonly Done[]): Danger | undefined =>
  history.findLast((done) => done.action === 'screen')?.answers.danger as Danger | undefined

export const isDanger = (danger: Danger | undefined): boolean => Object.values(danger ?? {}).some(Boolean)

/** A child harmed or in danger is reported at once (D08); with who is beaten at home an order is thought of. */
export function fromCrisis({ answers, history, on }: Facts): readonly Start[] {
  const danger = lastDanger(history) ?? {}
  const foundOn = history.at(-1)?.on ?? on
  const report = childReport({
    foundOn,
    what: '家庭教育咨询时问到孩子可能受到伤害或有危险，详情待补。',
    ...(danger.selfHarm && { situation: 'suicide' }),
    ...(typeof answers.ageBand === 'string' && { childAge: answers.ageBand }),
  })
  const order: Start = { programme: 'protection-order', answers: { topic: 'help', openedOn: foundOn } }
  return [...(danger.selfHarm || danger.abuse ? [report] : []), ...(danger.violence ? [order] : [])]
}
