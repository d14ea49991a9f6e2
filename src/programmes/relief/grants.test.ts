import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { hardshipCare } from './hardship-care.ts'
import { reliefNotice } from './relief-notice.ts'
import { reliefRule } from './relief-rule.ts'
import { studentGrant } from './student-grant.ts'

const money = { amount: 200_000, fund: 'f' }
const at = (
  programme: Programme,
  steps: Parameters<typeof historyOf>[2],
  answers: object,
  facts: Partial<Facts> = {},
) => factsOf(historyOf(programme, firstDay, steps), { ...money, ...answers }, { person: 'p1', ...facts })
const booked = (programme: Programme, facts: Facts) => {
  const sums: Record<string, number> = {}
  for (const { account, fen } of programme.postings?.(facts) ?? []) sums[account] = (sums[account] ?? 0) + fen
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0))
}
const due = (programme: Programme, steps: Parameters<typeof historyOf>[2], clock: string, answers = {}) =>
  clocksOf(programme.clocks, historyOf(programme, firstDay, steps), answers).find((run) => run.clock === clock)?.dueOn

test('hardship: seen at home, approved by one who did neither, paid once a year, visited after thirty days', () => {
  const assessed = at(hardshipCare, [['assess', 'assessed', firstDay]], { unrelated: true })
  const banner = postOf('rights', { own: false, above: true })
  expect(takeStep(hardshipCare, 'approve', assessed, banner, undefined)).toBe('approved')
  for (const took of ['create', 'assess'])
    expect(() => takeStep(hardshipCare, 'approve', assessed, { ...banner, took: [took] }, undefined)).toThrow(
      'second-person',
    )
  expect(() => takeStep(hardshipCare, 'approve', assessed, { ...banner, level: 'village' }, undefined)).toThrow(
    'not-allowed',
  )
  const unsure = at(hardshipCare, [['assess', 'assessed', firstDay]], { unrelated: false })
  expect(() => takeStep(hardshipCare, 'approve', unsure, banner, undefined)).toThrow('needs-unmet')
  const approved = [
    ['assess', 'assessed', firstDay],
    ['approve', 'approved', '2026-03-09'],
  ] as const
  const paid = [...approved, ['pay', 'paid', '2026-03-16']] as const
  expect(countsOf(hardshipCare, at(hardshipCare, approved, {}))).toEqual([])
  expect(countsOf(hardshipCare, at(hardshipCare, paid, {})).map((c) => [c.measure, c.value])).toEqual([
    ['hardship-care.people', 1],
    ['hardship-care.paid', 200_000],
  ])
  expect(booked(hardshipCare, at(hardshipCare, paid, {}))).toEqual({
    allocated: 200_000,
    allocations: -200_000,
    paid: 200_000,
    cash: -200_000,
  })
  expect(booked(hardshipCare, at(hardshipCare, [...approved, ['withdraw', 'withdrawn', '2026-03-10']], {}))).toEqual({})
  expect(due(hardshipCare, paid, 'visit')).toBe('2026-04-15')
  expect(hardshipCare.claims?.(at(hardshipCare, paid, {}))).toEqual([{ person: 'p1', key: 'hardship-care-2026' }])
  expect(hardshipCare.claims?.(at(hardshipCare, [['refuse', 'refused', firstDay]], {}))).toEqual([])
})

test('a student under 14 needs her guardian; reviewed and approved by two others; masked notice before the money', () => {
  const verify = (answers: object) =>
    takeStep(studentGrant, 'verify', at(studentGrant, [], { admission: true, ...answers }), postOf('chair'), undefined)
  expect(verify({ under14: false })).toBe('village-verified')
  expect(verify({ under14: true, guardianConsent: true })).toBe('village-verified')
  expect(() => verify({ under14: true })).toThrow('needs-unmet')
  const noticed = at(
    studentGrant,
    [['publish', 'noticed', '2026-03-10']],
    { noticeTo: '2026-03-17' },
    { today: '2026-03-18' },
  )
  expect(takeStep(studentGrant, 'approve', noticed, postOf('rights'), undefined)).toBe('approved')
  expect(() =>
    takeStep(studentGrant, 'approve', { ...noticed, today: '2026-03-17' }, postOf('rights'), undefined),
  ).toThrow('needs-unmet')
  expect(() => takeStep(studentGrant, 'approve', noticed, postOf('rights', { took: ['review'] }), undefined)).toThrow(
    'second-person',
  )
  const paid = [
    ['approve', 'approved', '2026-03-18'],
    ['pay', 'paid', '2026-03-20'],
  ] as const
  const worth = (kind: string) =>
    countsOf(studentGrant, at(studentGrant, paid, { kind })).map((c) => c.measure.slice(14))
  expect(worth('college')).toEqual(['students', 'women', 'paid'])
  expect(worth('child')).toEqual(['students', 'paid'])
})

test('a rule is published by a second person, and frozen when its window has passed', () => {
  const dates = { windowFrom: '2026-03-20', windowTo: '2026-04-02', standard: 1_000_000 }
  const publish = (answers: object, who = postOf('rights', { level: 'region' })) =>
    takeStep(reliefRule, 'publish', at(reliefRule, [], answers), who, undefined)
  expect(publish(dates)).toBe('published')
  expect(() => publish({ ...dates, windowTo: '2026-03-19' })).toThrow('needs-unmet')
  expect(() => publish(dates, postOf('rights', { level: 'region', lastHand: true }))).toThrow('second-person')
  expect(() => publish(dates, postOf('rights', { level: 'township' }))).toThrow('not-allowed')
  expect(due(reliefRule, [['publish', 'published', '2026-03-10']], 'window', dates)).toBe('2026-04-02')
  expect(reliefRule.clocks.window?.expires).toBe('windowCloses')
  expect(reliefRule.editableIn).toEqual(['draft'])
})

test('a list hangs until its last day and is then taken down by the house', () => {
  const steps = [['publish', 'noticed', '2026-05-03']] as const
  expect(due(reliefNotice, steps, 'display', { to: '2026-05-12' })).toBe('2026-05-12')
  expect(due(reliefNotice, steps, 'display')).toBe('2026-05-10')
  // Saturday the 9th is a make-up working day.
  expect(due(reliefNotice, [...steps, ['object', 'noticed', '2026-05-06']], 'objection')).toBe('2026-05-12')
  const shown = at(reliefNotice, steps, {})
  expect(() => takeStep(reliefNotice, 'takeDown', shown, postOf('rights'), undefined)).toThrow('not-allowed')
  expect(takeStep(reliefNotice, 'takeDown', shown, postOf('rights', { house: true }), undefined)).toBe('ended')
  expect(countsOf(reliefNotice, at(reliefNotice, [], {}))).toEqual([])
  expect(countsOf(reliefNotice, shown)).toHaveLength(1)
})

test('the public list prints those who agreed, by family name, township and amount, and nothing of an illness', () => {
  const child = (person: string, answers: object, state = 'noticed') =>
    factsOf(historyOf(reliefNotice, firstDay, [['x', state, firstDay]]), {
      person,
      place: '东苏木',
      standard: 1_000_000,
      ...answers,
    })
  const page = reliefNotice.documents['public-list']?.body({
    facts: at(reliefNotice, [], { year: 2026, from: '2026-05-03', to: '2026-05-10', phone: '0479-0000000' }),
    recordNumber: null,
    documentNumber: 'GSPL-152921-2026-00001',
    org: '东旗妇联',
    today: '2026-05-03',
    person: (id) => ({ name: `${id}*`, number: 'NUMBER', phone: 'PHONE', address: 'ADDRESS' }),
    children: [
      child('萨', { consentNotice: true, disease: 'cervical', stage: 'IIB', hospital: '某医院' }),
      child('陈', { consentNotice: false }),
      child('刘', { consentNotice: true }, 'rejected'),
    ],
  })
  const text = JSON.stringify(page)
  for (const words of ['萨*', '东苏木', '10,000.00 元', '2026']) expect(text).toContain(words)
  for (const words of ['陈', '刘', 'NUMBER', 'PHONE', 'ADDRESS', '医院', '癌', 'IIB']) expect(text).not.toContain(words)
})

test('random walks', { timeout: 60_000 }, () => {
  for (const programme of [hardshipCare, studentGrant]) {
    const reached = walk({
      programme,
      everyHand: true,
      always: (facts) => {
        const lines = programme.postings?.(facts) ?? []
        expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(0)
        if (facts.state === 'refused') expect(lines).toEqual([])
      },
    })
    expect(reached, programme.id).toContain('paid')
  }
  expect([...walk({ programme: reliefRule, everyHand: true })].sort()).toEqual([
    'draft',
    'frozen',
    'published',
    'withdrawn',
  ])
  expect([...walk({ programme: reliefNotice, everyHand: true })].sort()).toEqual([
    'cancelled',
    'draft',
    'ended',
    'noticed',
  ])
})
