import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, type Standing, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { agreementCommitment } from './agreement-commitment.ts'
import { cooperationAgreement } from './cooperation-agreement.ts'
import { expertConsultation } from './expert-consultation.ts'
import { jointAction } from './joint-action.ts'
import { northernVisit } from './northern-visit.ts'
import { thinkTankExpert } from './think-tank-expert.ts'
import { visitResult } from './visit-result.ts'

type Steps = Parameters<typeof historyOf>[2]
const day = '2026-03-02'
const at = (programme: Programme, steps: Steps, answers: object = {}, more: Partial<Facts> = {}) =>
  factsOf(historyOf(programme, day, steps), { ...answers }, more)
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value, c.grade])
const unmet = (programme: Programme, facts: Facts, action: string, who: Standing) =>
  abilitiesOf(programme, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const due = (programme: Programme, steps: Steps, answers: object = {}) =>
  clocksOf(programme.clocks, historyOf(programme, day, steps), { ...answers })
    .filter((run) => !run.endedOn)
    .map((run) => [run.clock, run.dueOn])

const nine = ['neimenggu', 'qinghai', 'sichuan', 'gansu', 'ningxia', 'shaanxi', 'shanxi', 'henan', 'shandong']
const promises = [
  { what: '同日植树', owner: '发展部', due: '2026-09-30' },
  { what: '互派学习', lane: '三联', owner: '办公室', due: '2026-12-31' },
]
const agreed = {
  kind: 'mechanism',
  provinces: nine,
  commitments: promises,
  signedOn: '2026-03-20',
  validTo: '2028-03-19',
}
const signed: Steps = [
  ['approve', 'approved', '2026-03-10'],
  ['sign', 'force', '2026-03-21'],
]
const chair = postOf('chair')

test('an agreement says what is promised, is approved by another person, and once signed each promise is a task (L021)', () => {
  expect(unmet(cooperationAgreement, at(cooperationAgreement, [], agreed), 'approve', chair)).toEqual([])
  expect(unmet(cooperationAgreement, at(cooperationAgreement, [], { kind: 'media' }), 'approve', chair)).toEqual([
    'promises',
  ])
  expect(
    unmet(
      cooperationAgreement,
      at(cooperationAgreement, [], { ...agreed, provinces: ['neimenggu'] }),
      'approve',
      chair,
    ),
  ).toEqual(['whoTakesPart'])
  expect(() =>
    takeStep(cooperationAgreement, 'approve', at(cooperationAgreement, [], agreed), { ...chair, took: ['create'] }, ''),
  ).toThrow('second-person')
  const facts = at(cooperationAgreement, signed, agreed, { today: '2026-03-21' })
  expect(cooperationAgreement.actions.sign?.starts?.(facts)).toEqual([
    {
      programme: 'agreement-commitment',
      answers: { what: '同日植树', lane: undefined, owner: '发展部', due: '2026-09-30', agreedOn: '2026-03-21' },
    },
    {
      programme: 'agreement-commitment',
      answers: { what: '互派学习', lane: '三联', owner: '办公室', due: '2026-12-31', agreedOn: '2026-03-21' },
    },
  ])
})

test('nine provinces stand in the mechanism from its signing to its end; other agreements have none (F027)', () => {
  expect(worth(cooperationAgreement, at(cooperationAgreement, signed.slice(0, 1), agreed))).toEqual([])
  const stands = [
    ['signed', '2026-03-20', 1, 'A'],
    ['force', '2026-03-20', 1, 'A'],
    ['provinces', '2026-03-20', 9, 'A'],
  ]
  expect(worth(cooperationAgreement, at(cooperationAgreement, signed, agreed))).toEqual(stands)
  const over: Steps = [...signed, ['lapse', 'ended', '2028-03-20']]
  expect(worth(cooperationAgreement, at(cooperationAgreement, over, agreed))).toEqual([
    ...stands,
    ['force', '2028-03-20', -1, 'A'],
    ['provinces', '2028-03-20', -9, 'A'],
  ])
  expect(
    worth(cooperationAgreement, at(cooperationAgreement, signed, { ...agreed, kind: 'media' })).map(([m]) => m),
  ).toEqual(['signed', 'force'])
})

test('it is looked back on every year, and its end is told before it comes', () => {
  expect(due(cooperationAgreement, signed, agreed)).toEqual([
    ['review', '2027-03-21'],
    ['validity', '2028-03-19'],
  ])
  const reviewed: Steps = [...signed, ['review', 'force', '2027-03-01']]
  expect(due(cooperationAgreement, reviewed, agreed)).toContainEqual(['review', '2028-03-01'])
  expect(cooperationAgreement.clocks.validity?.expires).toBe('lapse')
  expect(due(cooperationAgreement, [...signed, ['lapse', 'ended', '2028-03-20']], agreed)).toEqual([])
})

test('a commitment is open until it is kept with evidence; what is dropped was no promise kept', () => {
  const one = { what: '同日植树', due: '2026-09-30', doneOn: '2026-04-12', evidence: '种树两千棵，有验收单。' }
  expect(due(agreementCommitment, [], one)).toEqual([['due', '2026-09-30']])
  expect(agreementCommitment.clocks.due?.remindBefore).toEqual([30, 7])
  expect(agreementCommitment.fields.evidence?.required).toBe(true)
  expect(worth(agreementCommitment, at(agreementCommitment, [], one))).toEqual([
    ['agreed', day, 1, 'A'],
    ['outstanding', day, 1, 'A'],
  ])
  expect(worth(agreementCommitment, at(agreementCommitment, [['keep', 'kept', '2026-04-13']], one))).toEqual([
    ['agreed', day, 1, 'A'],
    ['outstanding', day, 1, 'A'],
    ['outstanding', '2026-04-12', -1, 'A'],
    ['kept', '2026-04-12', 1, 'A'],
  ])
  expect(worth(agreementCommitment, at(agreementCommitment, [['drop', 'dropped', '2026-05-01']], one))).toEqual([
    ['outstanding', day, 1, 'A'],
    ['outstanding', '2026-05-01', -1, 'A'],
  ])
  expect(() => takeStep(agreementCommitment, 'postpone', at(agreementCommitment, [], one), chair, '')).toThrow(
    'reason-needed',
  )
})

test('a joint action counts who came; trees and kilometres only of ecology, each its own number (L091)', () => {
  const heads = { heads: [{ count: 60, grade: 'B' as const, evidence: 'sheet' }] }
  const held: Steps = [['hold', 'held', day]]
  const planting = { kind: 'trees', trees: 2_000 }
  expect(worth(jointAction, at(jointAction, [], planting, heads))).toEqual([])
  expect(worth(jointAction, at(jointAction, held, planting, heads))).toEqual([
    ['sessions', day, 1, 'B'],
    ['attendances', day, 60, 'B'],
    ['ecology', day, 1, 'B'],
    ['trees', day, 2_000, 'B'],
  ])
  expect(worth(jointAction, at(jointAction, held, { ...planting, kind: 'signing' }, heads)).map(([m]) => m)).toEqual([
    'sessions',
    'attendances',
  ])
  expect(unmet(jointAction, at(jointAction, [], planting), 'hold', chair)).toEqual(['someoneCame'])
})

test('a visit is approved by another person and over on its last day; what it led to is followed until its author knows (L088)', () => {
  const visit = { size: 36, endsOn: '2026-03-05' }
  expect(() =>
    takeStep(northernVisit, 'approve', at(northernVisit, [], visit), { ...chair, took: ['create'] }, ''),
  ).toThrow('second-person')
  const approved: Steps = [['approve', 'approved', day]]
  expect(unmet(northernVisit, at(northernVisit, approved, visit, { today: '2026-03-04' }), 'hold', chair)).toEqual([
    'isOver',
  ])
  const held: Steps = [...approved, ['hold', 'held', '2026-03-05']]
  expect(due(northernVisit, held, visit)).toEqual([['close', '2026-03-15']])
  expect(worth(northernVisit, at(northernVisit, held, visit))).toEqual([
    ['visits', day, 1, 'B'],
    ['guests', day, 36, 'B'],
  ])
  const assigned: Steps = [['assign', 'assigned', '2026-03-06']]
  const answered: Steps = [...assigned, ['answer', 'answered', '2026-05-06']]
  expect(due(visitResult, [])).toEqual([['assign', '2026-03-09']])
  expect(due(visitResult, assigned, { dueOn: '2026-05-10' })).toEqual([['answer', '2026-05-10']])
  expect(due(visitResult, answered)).toEqual([['tell', '2026-05-19']])
  const intent = { kind: 'intent', outcome: 'adopted', agreedFen: 5_000_000_00 }
  expect(worth(visitResult, at(visitResult, answered, intent))).toEqual([
    ['received', day, 1, 'A'],
    ['takenUp', '2026-05-06', 1, 'A'],
    ['signed', '2026-05-06', 5_000_000_00, 'B'],
  ])
  // An intent that came to nothing is no money, whatever was written.
  expect(worth(visitResult, at(visitResult, answered, { ...intent, outcome: 'noted' }))).toEqual([
    ['received', day, 1, 'A'],
  ])
  expect(visitResult.postings).toBeUndefined()
})

test('an expert agrees first, another person appoints her, and she counts for her term; who declines is shown no more (L090)', () => {
  const agreed: Steps = [['agree', 'agreed', '2026-03-05']]
  const active: Steps = [...agreed, ['appoint', 'active', '2026-03-08']]
  const term = { termFrom: '2026-03-08', termTo: '2029-03-07' }
  const her = (steps: Steps, more: object = term) => at(thinkTankExpert, steps, more, { person: 'e1' })
  expect(() => takeStep(thinkTankExpert, 'appoint', her([]), chair, '')).toThrow('state-passed')
  expect(() => takeStep(thinkTankExpert, 'appoint', her(agreed), { ...chair, took: ['agree'] }, '')).toThrow(
    'second-person',
  )
  expect(unmet(thinkTankExpert, her(agreed, { ...term, termTo: '2026-03-01' }), 'appoint', chair)).toEqual(['inOrder'])
  expect(worth(thinkTankExpert, her(agreed))).toEqual([])
  expect(due(thinkTankExpert, active, term)).toEqual([['term', '2029-03-07']])
  expect(worth(thinkTankExpert, her([...active, ['lapse', 'ended', '2029-03-08']]))).toEqual([
    ['experts', '2026-03-08', 1, 'A'],
    ['experts', '2029-03-08', -1, 'A'],
  ])
  expect(thinkTankExpert.silentIn).toEqual(['declined'])
  const asked: Steps = [
    ['assign', 'assigned', '2026-03-06'],
    ['advise', 'advised', '2026-04-01'],
  ]
  expect(due(expertConsultation, asked)).toEqual([['settle', '2026-04-23']])
  expect(worth(expertConsultation, at(expertConsultation, [...asked, ['adopt', 'adopted', '2026-04-10']]))).toEqual([
    ['raised', day, 1, 'A'],
    ['advised', '2026-04-01', 1, 'A'],
    ['adopted', '2026-04-10', 1, 'A'],
  ])
  expect(worth(expertConsultation, at(expertConsultation, [['withdraw', 'withdrawn', day]]))).toEqual([])
})

test('random walks', { timeout: 60_000 }, () => {
  const force = (facts: Facts) =>
    countsOf(cooperationAgreement, facts)
      .filter((c) => c.measure === 'cooperation-agreement.force')
      .reduce((sum, c) => sum + c.value, 0)
  const agreements = walk({
    programme: cooperationAgreement,
    everyHand: true,
    always: (facts) => expect(force(facts)).toBe(facts.state === 'force' ? 1 : 0),
  })
  expect([...agreements]).toEqual(expect.arrayContaining(['approved', 'dropped']))
  expect([...walk({ programme: agreementCommitment })].sort()).toEqual(['dropped', 'kept', 'open'])
  walk({ programme: jointAction })
  walk({ programme: northernVisit })
  expect([...walk({ programme: visitResult })]).toContain('told')
  expect([...walk({ programme: thinkTankExpert, everyHand: true })]).toContain('declined')
  expect([...walk({ programme: expertConsultation })]).toContain('adopted')
})
