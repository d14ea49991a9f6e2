import { childReport } from '../../core/harm-report.ts'
import type { Facts, Start } from '../../core/programme.ts'

const dayOf = ({ history, on }: Facts) => history.at(-1)?.on ?? on

/** With whom it is thought of is asked there: this record does not know which party is in danger. */
export const protectionOrder = (facts: Facts): readonly Start[] => [
  { programme: 'protection-order', answers: { topic: 'help', openedOn: dayOf(facts) } },
]

/** What the last screening found goes on in records of its own, each with its own clock: D08 for a child. */
export const afterBlock = (facts: Facts): readonly Start[] => {
  const found = facts.history.findLast((done) => done.action === 'screen')?.answers.violence
  const signs = Object.entries(typeof found === 'object' && found !== null ? found : {})
    .filter(([, yes]) => yes === true)
    .map(([sign]) => sign)
  const child = childReport({
    foundOn: dayOf(facts),
    what: '调解前分开询问时，发现孩子被打或目睹暴力，详情待补。',
  })
  return [
    ...(signs.includes('child') ? [child] : []),
    ...(signs.some((sign) => sign !== 'child') ? protectionOrder(facts) : []),
  ]
}
