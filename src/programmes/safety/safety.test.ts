import { expect, test } from 'vitest'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing, takeStep } from '../../core/procedure.ts'
import type { Done, Facts, Programme } from '../../core/programme.ts'
import { roleIds } from '../../core/role.ts'
import { evidence } from './evidence.ts'
import { mandatoryReport } from './mandatory-report.ts'
import { protectionOrder } from './protection-order.ts'
import { warningLetter } from './warning-letter.ts'

const rights: Standing = { role: 'rights', own: true, above: false, handler: true, lastHand: false, level: 'banner' }
const done = (action: string, from: string | undefined, to: string, on: string, answers = {}, at?: string): Done => ({
  action,
  from,
  to,
  on,
  answers,
  ...(at && { at }),
})
const createdIn = (programme: Programme) =>
  done('create', undefined, programme.initial, firstDay, {}, `${firstDay}T01:00:00.000Z`)
const factsOf = (programme: Programme, history: Done[], answers: Record<string, unknown> = {}): Facts => ({
  state: history.at(-1)?.to ?? programme.initial,
  on: firstDay,
  answers,
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
})
const unmet = (programme: Programme, facts: Facts, action: string) =>
  abilitiesOf(programme, facts, rights)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const running = (programme: Programme, history: Done[], clock: string, answers = {}) =>
  clocksOf(programme.clocks, history, answers).filter((run) => run.clock === clock)
const sameDayAt = (time: string) => `${firstDay}T${time}.000Z`

test('random walks of the four', { timeout: 60_000 }, () => {
  expect([...walk({ programme: mandatoryReport })].sort()).toEqual(['closed', 'found', 'reply', 'reported'])
  const order = walk({
    programme: protectionOrder,
    always: ({ answers, state }) => {
      if (state === 'granted' || state === 'extended')
        expect(String(answers.validTo) > String(answers.ruledOn)).toBe(true)
      if (state !== 'considering' && state !== 'dropped' && answers.onBehalf === true)
        expect(answers.behalfReason).toBeDefined()
    },
  })
  expect([...order].sort()).toEqual(['applied', 'considering', 'dropped', 'extended', 'granted', 'rejected', 'revoked'])
  expect([...walk({ programme: warningLetter })].sort()).toEqual(['closed', 'registered', 'visiting'])
  expect([...walk({ programme: evidence })].sort()).toEqual(['held', 'out', 'returned', 'sealed'])
})

test('a report is due at once; anybody of a federation may make it, and no superior is asked (D08)', () => {
  const history = [createdIn(mandatoryReport)]
  expect(running(mandatoryReport, history, 'report')).toMatchObject([{ dueAt: sameDayAt('01:00:00') }])
  expect(mandatoryReport.clocks.report).toMatchObject({ legal: true })
  for (const role of roleIds) {
    const staff = !['partner', 'auditor', 'security', 'administrator'].includes(role)
    expect(mandatoryReport.access.create.includes(role), role).toBe(staff)
    expect(mandatoryReport.actions.report?.by.includes(role), role).toBe(staff)
  }
  const { report } = mandatoryReport.actions
  expect([report?.secondPerson, report?.at, report?.reach, report?.otherThan]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a report is followed up after 24 and 72 hours, counted once, and closed only with the child safe', () => {
  const told = [createdIn(mandatoryReport), done('report', 'found', 'reported', firstDay, {}, sameDayAt('02:30:00'))]
  expect(running(mandatoryReport, told, 'checks')).toMatchObject([{ dueAt: '2026-03-03T02:30:00.000Z' }])
  const once = [...told, done('followUp', 'reported', 'reported', '2026-03-03')]
  expect(running(mandatoryReport, once, 'checks').at(-1)).toMatchObject({ dueAt: '2026-03-05T02:30:00.000Z' })
  const again = [
    ...told,
    done('answered', 'reported', 'reply', '2026-03-04'),
    done('reportAgain', 'reply', 'reported', '2026-03-05'),
  ]
  expect(countsOf(mandatoryReport, factsOf(mandatoryReport, again)).map((c) => [c.measure, c.on])).toEqual([
    ['mandatory-report.reports', firstDay],
    ['mandatory-report.sameDay', firstDay],
  ])
  expect(unmet(mandatoryReport, factsOf(mandatoryReport, again.slice(0, 3), { childSafe: false }), 'close')).toEqual([
    'childSafe',
  ])
})

test('an order is filed with respondent, requests, danger and her will; on her behalf only with a ground in law (R-DV-04, 05)', () => {
  const start = [createdIn(protectionOrder)]
  const ready = { against: '某人，丈夫', requests: ['no-violence'], facts: '打过两次', will: '我要申请' }
  expect(unmet(protectionOrder, factsOf(protectionOrder, start), 'file')).toEqual([
    'respondentClear',
    'requestClear',
    'danger',
    'herWill',
  ])
  expect(unmet(protectionOrder, factsOf(protectionOrder, start, ready), 'file')).toEqual([])
  expect(unmet(protectionOrder, factsOf(protectionOrder, start, { ...ready, onBehalf: true }), 'file')).toEqual([
    'behalfBasis',
  ])
})

test('an order lasts six months at most, to the day', () => {
  const applied = [createdIn(protectionOrder), done('file', 'considering', 'applied', firstDay)]
  const grant = (validTo: string) =>
    unmet(protectionOrder, factsOf(protectionOrder, applied, { ruledOn: '2026-03-05', validTo }), 'grant')
  expect(grant('2026-09-05')).toEqual([])
  expect(grant('2026-09-06')).toEqual(['sixMonths'])
  expect(grant('2026-03-05')).toEqual(['sixMonths'])
})

test('the court’s 72 and 24 hours, five days to ask again, and the last day of the order (D05, D06, D07)', () => {
  const applied = [createdIn(protectionOrder), done('file', 'considering', 'applied', firstDay)]
  const taken = [...applied, done('courtAccepted', 'applied', 'applied', firstDay, {}, sameDayAt('03:00:00'))]
  expect(running(protectionOrder, taken, 'court')).toMatchObject([{ dueAt: '2026-03-05T03:00:00.000Z' }])
  const urgent = [...taken, done('courtUrgent', 'applied', 'applied', firstDay, {}, sameDayAt('04:00:00'))]
  expect(running(protectionOrder, urgent, 'court')).toMatchObject([{ endedOn: firstDay }])
  expect(running(protectionOrder, urgent, 'courtUrgent')).toMatchObject([{ dueAt: '2026-03-03T04:00:00.000Z' }])
  const rejected = [...urgent, done('reject', 'applied', 'rejected', '2026-03-03')]
  // The fifth day is a Sunday: a legal term ends on the next working day.
  expect(running(protectionOrder, rejected, 'reconsider')).toMatchObject([{ dueOn: '2026-03-09' }])
  const granted = [...urgent, done('grant', 'applied', 'granted', '2026-03-03')]
  const valid = (validTo: string, history = granted) => running(protectionOrder, history, 'valid', { validTo })
  // 2026-08-30 is a Sunday: an order ends when it ends.
  expect(valid('2026-08-30')).toMatchObject([{ startedOn: '2026-03-03', dueOn: '2026-08-30' }])
  const extended = [...granted, done('extend', 'granted', 'extended', '2026-08-20')]
  expect(valid('2027-02-20', extended).at(-1)).toMatchObject({ dueOn: '2027-02-20' })
  expect(protectionOrder.clocks.valid).toMatchObject({ remindBefore: [30, 7], expires: 'lapse' })
  expect(valid('2026-08-30', [...granted, done('lapse', 'granted', 'lapsed', '2026-08-31')])).toMatchObject([
    { endedOn: '2026-08-31' },
  ])
})

test('only the house lets an order lapse', () => {
  const facts = factsOf(protectionOrder, [createdIn(protectionOrder), done('grant', 'applied', 'granted', firstDay)])
  expect(() => takeStep(protectionOrder, 'lapse', facts, rights, undefined)).toThrow('not-allowed')
  expect(takeStep(protectionOrder, 'lapse', facts, { ...rights, house: true }, undefined)).toBe('lapsed')
})

test('an order counts when it is first filed, granted, broken', () => {
  const history = [
    createdIn(protectionOrder),
    done('file', 'considering', 'applied', '2026-03-03'),
    done('reject', 'applied', 'rejected', '2026-03-04'),
    done('reconsider', 'rejected', 'applied', '2026-03-05'),
    done('grant', 'applied', 'granted', '2026-03-08'),
    done('violation', 'granted', 'granted', '2026-03-20'),
  ]
  expect(
    countsOf(protectionOrder, factsOf(protectionOrder, history, { onBehalf: true })).map((c) => `${c.measure} ${c.on}`),
  ).toEqual([
    'protection-order.helped 2026-03-03',
    'protection-order.onBehalf 2026-03-03',
    'protection-order.granted 2026-03-08',
    'protection-order.violations 2026-03-20',
  ])
})

test('visits after a warning letter: days 7, 30, 90, and whatever day was agreed', () => {
  const begun = [createdIn(warningLetter), done('receive', 'registered', 'visiting', '2026-03-03')]
  expect(running(warningLetter, begun, 'visits')).toMatchObject([{ dueOn: '2026-03-10' }])
  const visited = [...begun, done('visit', 'visiting', 'visiting', '2026-03-09', { reached: true })]
  expect(running(warningLetter, visited, 'visits').at(-1)).toMatchObject({ dueOn: '2026-04-02', round: 1 })
  const agreed = [...visited, done('schedule', 'visiting', 'visiting', '2026-03-09')]
  expect(running(warningLetter, agreed, 'agreed', { nextOn: '2026-03-15' })).toMatchObject([{ dueOn: '2026-03-15' }])
  expect(unmet(warningLetter, factsOf(warningLetter, visited), 'close')).toEqual(['visited'])
})

test('evidence: each hand is in its history, and a checksum that is none is refused', () => {
  const facts = (sha256: string | undefined) => factsOf(evidence, [createdIn(evidence)], { ...(sha256 && { sha256 }) })
  expect(unmet(evidence, facts('g'.repeat(64)), 'handOver')).toEqual(['hashLooksRight'])
  expect(unmet(evidence, facts('a'.repeat(64)), 'handOver')).toEqual([])
  const page = evidence.documents['custody-sheet']?.body({
    facts: factsOf(
      evidence,
      [
        createdIn(evidence),
        done('handOver', 'held', 'out', '2026-03-04', { from: '甲', purpose: '提交法院', receipt: '收条 3' }),
      ],
      { kind: 'photo', what: '照片三张', source: 'herself', receivedOn: firstDay, holder: '旗人民法院' },
    ),
    recordNumber: 'CL-152921-2026-00001',
    documentNumber: 'N-1',
    org: '东旗妇联',
    today: '2026-03-05',
    person: () => ({ name: '' }),
    children: [],
  })
  const text = JSON.stringify(page)
  for (const words of ['2026年3月4日', '移交', '甲', '提交法院', '收条 3', '旗人民法院']) expect(text).toContain(words)
})

test('titles are chosen words that tell nothing', () => {
  for (const programme of [mandatoryReport, protectionOrder, warningLetter, evidence]) {
    const title = programme.fields[programme.title]
    if (title?.kind !== 'choice') return expect.fail(`${programme.id}: a title may be written freely`)
    expect(programme.confidential).toBe(true)
    for (const words of Object.values(title.options)) expect(words.zh).not.toMatch(/暴|侵|告诫|保护令|报告|证据/)
  }
})
