import type { Day } from './day.ts'
import { field } from './field.ts'
import type { Facts, Start } from './programme.ts'
import { ageBands, harmSituations } from './rights-words.ts'

/**
 * What is asked where work with children is stopped: whether a child is or may be harmed, and what is known. Nobody has to
 * fill in more than the first before the report is opened (未成年人保护法 第十一条第二款; R-REP-01, R-REP-02, D08).
 */
export const harmAsked = {
  harm: field.yesNo({
    label: { zh: '有孩子受到或可能受到伤害', en: 'A child is or may be harmed' },
    class: 'P4',
    required: true,
    help: {
      zh: '拿不准也选“是”。选“是”马上开一份强制报告，不用请示。',
      en: 'If unsure say yes: a report is opened at once, asking nobody first.',
    },
  }),
  situation: field.choice(harmSituations, {
    label: { zh: '哪种情形（知道再选）', en: 'Situation, if known' },
    class: 'P4',
  }),
  what: field.text({
    label: { zh: '看到、听到什么（不追问孩子）', en: 'Seen or heard; the child is not questioned' },
    class: 'P4',
    min: 5,
    max: 2000,
  }),
  where: field.text({ label: { zh: '在哪里', en: 'Where' }, class: 'P4', max: 120 }),
  childAge: field.choice(ageBands, { label: { zh: '孩子多大', en: 'Age' }, class: 'P4' }),
}

interface Child {
  readonly foundOn: Day
  readonly what: unknown
  readonly situation?: unknown
  readonly where?: unknown
  readonly childAge?: unknown
}

/** A report about a child (D08); what nobody has said yet is left for the report to fill in. */
export const childReport = ({ foundOn, what, situation, where, childAge }: Child): Start => ({
  programme: 'mandatory-report',
  answers: {
    topic: 'minor',
    foundOn,
    situation: situation ?? 'other',
    what,
    where: where ?? '待核',
    childAge: childAge ?? 'unknown',
  },
})

/** The report a step opens when its last answers say so (or it is `sure` already); what was not said is left for the report to fill in. */
export function harmReport({ history, on }: Pick<Facts, 'history' | 'on'>, sure = false): readonly Start[] {
  const last = history.at(-1)
  const { harm, situation, what, where, childAge } = last?.answers ?? {}
  if (harm !== true && !sure) return []
  return [
    childReport({
      foundOn: last?.on ?? on,
      situation,
      what: what ?? '志愿服务中发现孩子可能受到伤害，详情待补。',
      where,
      childAge,
    }),
  ]
}

/** The report a step that asks for one opens, about a child or an adult, with what was just answered. */
export function askedReport({ history, on }: Pick<Facts, 'history' | 'on'>): readonly Start[] {
  const last = history.at(-1)
  const { situation, what, where, childAge } = last?.answers ?? {}
  const topic = childAge === 'adult' ? 'adult' : 'minor'
  const foundOn = last?.on ?? on
  return [{ programme: 'mandatory-report', answers: { topic, foundOn, situation, what, where, childAge } }]
}
