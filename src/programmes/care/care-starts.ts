import { childReport } from '../../core/harm-report.ts'
import type { Facts, Start } from '../../core/programme.ts'

const isChild = ({ answers }: Pick<Facts, 'answers'>) =>
  answers.kind === 'left-behind' || answers.kind === 'migrant' || answers.kind === 'child-hardship'

/** Danger that was seen: a child is reported at once (D08), for an adult a clue says that she must be seen. */
export const danger = (facts: Facts, found: unknown, child: boolean): Start => {
  const on = facts.history.at(-1)?.on ?? facts.on
  if (!child)
    return {
      programme: 'risk-clue',
      answers: { kind: 'safety', foundOn: on, source: 'screening', narrative: found, woman: facts.answers.person },
    }
  return childReport({ foundOn: on, what: found, ...(facts.answers.under14 === false && { childAge: '14-17' }) })
}

/** What a visit leads to: something to be done is a record with its own deadline, danger goes on at once. */
export const afterVisit = (facts: Facts): readonly Start[] => {
  const { safe, found, todo } = facts.history.at(-1)?.answers ?? {}
  const on = facts.history.at(-1)?.on ?? facts.on
  const { topic, person } = facts.answers
  return [
    ...(typeof todo === 'string' && todo !== ''
      ? [{ programme: 'care-visit', answers: { topic, visitedOn: on, person, need: todo } }]
      : []),
    ...(safe === 'no' ? [danger(facts, found, isChild(facts))] : []),
  ]
}
