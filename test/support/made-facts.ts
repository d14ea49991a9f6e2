import type { DocumentData, DocumentTemplate } from '../../src/core/document.ts'
import { reachedIn } from '../../src/core/procedure.ts'
import type { Done, Facts, Programme } from '../../src/core/programme.ts'
import { findProgramme } from '../../src/registry.ts'
import { publicFacts } from '../../src/server/documents/public-facts.ts'
import { answersFor, type Draw } from './answers.ts'

const on = '2026-03-02'

/**
 * A record that has been through every step of its definition once and stands in `state`; of optional answers one in `sparse`
 * is given. No real way through the procedure: what a template must be able to bear.
 */
export function madeFacts(programme: Programme, draw: Draw, state: string, sparse: number): Facts {
  const steps: Done[] = Object.entries(programme.actions).map(([action, { to, asks }]) => ({
    action,
    from: programme.initial,
    to: to === 'same' ? programme.initial : to,
    on,
    at: `${on}T02:00:00Z`,
    answers: answersFor(asks ?? {}, draw, sparse),
  }))
  const created: Done = {
    action: 'create',
    from: undefined,
    to: programme.initial,
    on,
    at: `${on}T01:00:00Z`,
    answers: {},
  }
  const history = sparse > 2 ? [created] : [created, ...steps]
  const answers = { ...answersFor(programme.fields, draw, sparse), [programme.dated]: on }
  const person = programme.personField ? String(answers[programme.personField]) : undefined
  const attendance = programme.kind === 'activity' && person ? [{ person, minutes: 60 }] : []
  return { state, on, answers, history, reached: reachedIn(history), person, attendance, heads: [], today: on }
}

export const madeNumber = 'XXYY-152921-2026-00001'
export const madeOrg = '东旗妇联'
export const madeName = '萨仁高娃'

/** What a template is given about such a record: as the house gives it, the public part only to one that is masked. */
export function madeData(programme: Programme, template: DocumentTemplate, draw: Draw, sparse: number): DocumentData {
  const shown = (of: Programme, facts: Facts) => (template.masked ? publicFacts(of, facts) : facts)
  const child = template.children === undefined ? undefined : findProgramme(template.children)
  const state = template.in?.[0] ?? programme.initial
  return {
    facts: shown(programme, madeFacts(programme, draw, state, sparse)),
    recordNumber: sparse > 2 ? null : 'XX-152921-2026-00001',
    documentNumber: madeNumber,
    org: madeOrg,
    today: '2026-11-24',
    person: () =>
      template.masked
        ? { name: '萨*' }
        : { name: madeName, number: '11010119900307****', phone: '138****1234', address: '某旗某镇' },
    served: template.served
      ? [1, 2, 3].map((n) => ({
          on,
          title: '上门服务',
          org: madeOrg,
          minutes: 45 * n,
          answers: { kind: 'daily', place: '某镇' },
        }))
      : [],
    children: child ? Array.from({ length: 3 }, () => shown(child, madeFacts(child, draw, child.initial, sparse))) : [],
  }
}
