import type { Facts, Start } from '../../core/programme.ts'
import { dangerSigns } from '../../core/rights-words.ts'

/** What was not told on the phone is said in words: a screening knows only yes and no. */
export function narrativeOf({ answers }: Pick<Facts, 'answers'>): string {
  const unsure = Array.isArray(answers.unsure) ? answers.unsure : []
  const signs = Object.entries(dangerSigns).filter(([key]) => unsure.includes(key))
  const said = String(answers.narrative ?? '')
  if (signs.length === 0) return said
  return `${said}\n（以下未能答清：${signs.map(([, label]) => label.zh).join('、')}）`.slice(0, 5000)
}

const filled = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== ''))

/** The case takes over what she told, so that she need not tell it twice. */
export const startCase = (facts: Facts): readonly Start[] => {
  const { receivedOn, channel, category, subcategory, request, danger, safeContact, children, woman } = facts.answers
  return [
    {
      programme: 'rights-case',
      answers: filled({
        topic: 'service',
        receivedOn,
        channel,
        category,
        subcategory,
        narrative: narrativeOf(facts),
        request,
        danger,
        safeContact,
        children,
        woman,
      }),
    },
  ]
}

/** The report that the law asks for at once (R-REP-01), from the answers of this step. */
export const startReport = (facts: Facts): readonly Start[] => {
  const done = facts.history.findLast(({ action }) => action === 'report')
  if (!done) return []
  const { situation, what, where, childAge } = done.answers
  const topic = childAge === 'adult' ? 'adult' : 'minor'
  return [
    { programme: 'mandatory-report', answers: filled({ topic, foundOn: done.on, situation, what, where, childAge }) },
  ]
}
