import type { Facts, Start } from '../../core/programme.ts'

/** What a rights case opens beside itself, always kept by the same organisation. Only what the other record needs goes over. */

const last = (facts: Facts) => facts.history.at(-1)
const dayOf = (facts: Facts) => last(facts)?.on ?? facts.on
const asked = (facts: Facts) => last(facts)?.answers ?? {}
const known = (key: string, value: unknown) => (value === undefined ? {} : { [key]: value })

export const protectionOrder = (facts: Facts): readonly Start[] => [
  {
    programme: 'protection-order',
    answers: { topic: 'help', openedOn: dayOf(facts), ...known('woman', facts.answers.woman) },
  },
]

export const warningLetter = (facts: Facts): readonly Start[] => [
  {
    programme: 'warning-letter',
    answers: { topic: 'paper', openedOn: dayOf(facts), ...known('woman', facts.answers.woman) },
  },
]

export const evidence = (facts: Facts): readonly Start[] => {
  const { kind, what, source } = asked(facts)
  return [{ programme: 'evidence', answers: { topic: 'material', receivedOn: dayOf(facts), kind, what, source } }]
}

/** Prepared, not sent: what may be shared is asked of her there, one thing at a time. */
export const referral = (facts: Facts): readonly Start[] => [
  { programme: 'referral', answers: { ask: 'coordinate', preparedOn: dayOf(facts) } },
]

export const mediation = (facts: Facts): readonly Start[] => {
  const { other, facts: told } = asked(facts)
  return [
    {
      programme: 'mediation',
      answers: {
        title: '家庭事务协商',
        appliedOn: dayOf(facts),
        dispute: disputeOf(facts.answers.subcategory),
        facts: told,
        parties: [
          { person: facts.answers.woman, role: 'applicant' },
          { person: other, role: 'respondent' },
        ],
      },
    },
  ]
}

const disputes: Readonly<Record<string, string>> = {
  'family-divorce': 'divorce',
  'family-custody': 'children',
  'family-property': 'property',
  'family-elders': 'elders',
  'family-bride-price': 'bride-price',
  'property-inheritance': 'inheritance',
}
const disputeOf = (subcategory: unknown) => disputes[String(subcategory)] ?? 'other'
