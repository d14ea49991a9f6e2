import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { dutyOf } from '../../core/clock-duty.ts'
import type { DocumentData } from '../../core/document.ts'
import { abilitiesOf, countsOf, type Standing, takeStep } from '../../core/procedure.ts'
import type { Facts, Programme } from '../../core/programme.ts'
import { loanProduct } from './loan-product.ts'
import { loanReferral } from './loan-referral.ts'
import { loanReport } from './loan-report.ts'
import { subsidisedLoan } from './subsidised-loan.ts'

type Steps = Parameters<typeof historyOf>[2]
const day = '2026-03-02'
const at = (programme: Programme, steps: Steps, answers: object, more: Partial<Facts> = {}) =>
  factsOf(historyOf(programme, day, steps), { ...answers }, { person: 'w1', ...more })
const worth = (programme: Programme, facts: Facts) =>
  countsOf(programme, facts).map((c) => [c.measure.slice(programme.id.length + 1), c.on, c.value, c.grade])
const unmet = (programme: Programme, facts: Facts, action: string, who: Standing) =>
  abilitiesOf(programme, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

const asked = {
  project: '奶食品作坊',
  person: 'w1',
  borrower: 'cooperative',
  uscc: '91350100M000100Y43',
  womenLed: true,
  amount: 100_000_00,
  months: 24,
  shown: true,
  warned: true,
  ownWish: true,
  livesHere: true,
  projectSeen: true,
  unrelated: true,
  bankName: '农行某支行',
  share: ['name', 'phone', 'project', 'loan', 'opinion'],
  consentOn: day,
  bank: 1529_2100_0000_0018,
  grantedFen: 80_000_00,
  paidFen: 80_000_00,
  paidOn: '2026-04-01',
}
const way: Steps = [
  ['advise', 'advised', '2026-03-03'],
  ['recommend', 'recommended', '2026-03-05'],
  ['agree', 'recommended', '2026-03-05'],
  ['check', 'checked', '2026-03-06'],
  ['send', 'sent', '2026-03-09'],
  ['accept', 'accepted', '2026-03-10'],
  ['grant', 'granted', '2026-03-20'],
  ['disburse', 'disbursed', '2026-04-02'],
]
const upTo = (action: string) => way.slice(0, way.findLastIndex(([name]) => name === action) + 1)
const loan = (steps: Steps, more: object = {}, facts: Partial<Facts> = {}) =>
  at(loanReferral, steps, { ...asked, ...more }, facts)
const village = postOf('chair', { level: 'village' })
const above = (level: Standing['level'], more: Partial<Standing> = {}) =>
  postOf('chair', { level, own: false, above: true, handler: false, ...more })
const bank: Standing = { ...postOf('partner'), own: false, handler: false, receiver: true }

test('she is told what it is before anything goes on, and nothing is asked that is not needed (R-LOAN-02, R-LOAN-03)', () => {
  expect(unmet(loanReferral, loan([]), 'advise', village)).toEqual([])
  for (const said of ['shown', 'warned', 'ownWish'])
    expect(unmet(loanReferral, loan([], { [said]: false }), 'advise', village)).toEqual(['advised'])
  // Ten thousands typed as yuan, and a sum above the cap, fall out.
  for (const amount of [30_00, 4_000_000_01])
    expect(unmet(loanReferral, loan([], { amount }), 'advise', village)).toEqual(['amountFits'])
  expect(unmet(loanReferral, loan([], { uscc: '91350100M000100Y44' }), 'advise', village)).toEqual(['firmKnown'])
  expect(unmet(loanReferral, loan([], { borrower: 'person', uscc: undefined }), 'advise', village)).toEqual([])
  const words = JSON.stringify(Object.values(loanReferral.fields).map(({ label }) => label))
  expect(words).not.toMatch(/征信|评分|信用分|婚姻|score/)
})

test('the township recommends, the banner checks and sends, each another person', () => {
  expect(unmet(loanReferral, loan(upTo('advise')), 'recommend', village)).toBeUndefined()
  expect(unmet(loanReferral, loan(upTo('advise')), 'recommend', above('township'))).toEqual([])
  expect(unmet(loanReferral, loan(upTo('advise'), { unrelated: false }), 'recommend', above('township'))).toEqual([
    'factsKnown',
  ])
  expect(() =>
    takeStep(loanReferral, 'recommend', loan(upTo('advise')), above('township', { took: ['create'] }), ''),
  ).toThrow('second-person')
  expect(() =>
    takeStep(loanReferral, 'check', loan(upTo('agree')), above('banner', { took: ['recommend'] }), ''),
  ).toThrow('second-person')
  expect(unmet(loanReferral, loan(upTo('agree')), 'check', above('township'))).toBeUndefined()
  expect(unmet(loanReferral, loan(upTo('agree')), 'check', above('banner'))).toEqual([])
})

test('nothing goes to a bank she did not name or with a field she did not tick (R-LOAN-03, R-PRI-04)', () => {
  const banner = above('banner')
  expect(unmet(loanReferral, loan(upTo('check')), 'send', banner)).toEqual([])
  for (const missing of [{ bankName: undefined }, { consentOn: undefined }, { share: ['name', 'phone', 'project'] }])
    expect(unmet(loanReferral, loan(upTo('check'), missing), 'send', banner)).toEqual(['consented'])
  const hidden = Object.keys(loanReferral.fields).filter((key) => !loanReferral.receiverSees.includes(key))
  expect(hidden).toEqual(expect.arrayContaining(['person', 'uscc', 'employs', 'consentWay', 'unrelated', 'product']))
  const page = JSON.stringify(
    loanReferral.documents.recommendation?.body({
      facts: loan(way, { sharedName: '萨仁' }),
      org: '旗妇联',
      today: day,
    } as unknown as DocumentData),
  )
  expect(page).toContain('推荐不等于批准')
  expect(page).toContain('萨仁')
  // Consent taken back: nothing personal of it is shown to anybody, the bank included (R-PRI-05).
  expect(loanReferral.silentIn).toEqual(['withdrawn'])
  expect(takeStep(loanReferral, 'withdraw', loan(upTo('accept')), above('township'), '不贷了')).toBe('withdrawn')
})

test('the bank decides alone: no more than she asked, and no is never without its reason', () => {
  const sent = loan(upTo('send'))
  const may = (who: Standing, facts: Facts) => abilitiesOf(loanReferral, facts, who).map((a) => a.action)
  expect(may(bank, sent).sort()).toEqual(['accept', 'grant', 'refuse'])
  expect(may(bank, loan(upTo('check')))).toEqual([])
  expect(may(above('banner'), sent)).not.toContain('grant')
  expect(may(above('banner'), sent)).toEqual(expect.arrayContaining(['recordGrant', 'recordRefusal']))
  expect(unmet(loanReferral, loan(upTo('accept'), { grantedFen: 100_000_01 }), 'grant', bank)).toEqual(['grantFits'])
  expect(unmet(loanReferral, loan(upTo('grant'), { paidFen: 80_000_01 }), 'disburse', bank)).toEqual(['paidFits'])
  expect(loanReferral.fields.refusal?.required).toBe(true)
  expect(loanReferral.fields.refusalWords?.required).toBe(true)
  const notice = loanReferral.documents['result-notice']?.body({
    facts: loan([...upTo('send'), ['refuse', 'refused', '2026-03-12']], {
      refusal: 'papers',
      refusalWords: '请补营业执照后再来。',
    }),
    org: '旗妇联',
    today: day,
  } as unknown as DocumentData)
  expect(JSON.stringify(notice)).toMatch(/材料不全.*请补营业执照后再来。.*12378.*12338/)
})

test('the bank has ten working days (D39), she three; the visit comes once within half a year', () => {
  const due = (steps: Steps, clock: string) =>
    clocksOf(loanReferral.clocks, historyOf(loanReferral, day, steps), asked)
      .filter((run) => run.clock === clock && !run.endedOn)
      .map((run) => run.dueOn)
  expect(due([], 'advise')).toEqual(['2026-03-05'])
  expect(due(upTo('advise'), 'recommend')).toEqual(['2026-03-10'])
  expect(due(upTo('recommend'), 'check')).toEqual(['2026-03-10'])
  expect(due(upTo('check'), 'send')).toEqual(['2026-03-09'])
  expect(due(upTo('send'), 'bank')).toEqual(['2026-03-23'])
  expect(due(upTo('accept'), 'bank')).toEqual(['2026-03-23'])
  expect(due([...upTo('send'), ['refuse', 'refused', '2026-03-12']], 'tell')).toEqual(['2026-03-17'])
  expect(due(way, 'visit')).toEqual(['2026-10-02'])
  const record = { org: 1529_2111_2200_0000, receiver: asked.bank }
  expect(dutyOf(loanReferral, 'bank', record)).toEqual({ roles: ['partner'], forOrg: asked.bank })
  expect(Object.values(loanReferral.clocks).some((clock) => clock.legal)).toBe(false)
})

test('what a referral counts: sent once, answered once, paid as the bank says; asked and withdrawn counts nothing', () => {
  expect(worth(loanReferral, loan(upTo('check')))).toEqual([])
  expect(worth(loanReferral, loan(way))).toEqual([
    ['women', '2026-03-09', 1, 'A'],
    ['sent', '2026-03-09', 1, 'A'],
    ['womenLed', '2026-03-09', 1, 'A'],
    ['answered', '2026-03-20', 1, 'A'],
    ['granted', '2026-03-20', 1, 'A'],
    ['disbursed', '2026-04-01', 80_000_00, 'A'],
  ])
  const onPaper = [...upTo('grant'), ['recordPaid', 'disbursed', '2026-04-02']] as const
  expect(worth(loanReferral, loan(onPaper)).at(-1)).toEqual(['disbursed', '2026-04-01', 80_000_00, 'B'])
  const refused = worth(
    loanReferral,
    loan([...upTo('send'), ['refuse', 'refused', '2026-03-12']], { borrower: 'person' }),
  )
  expect(refused.map(([measure]) => measure)).toEqual(['women', 'sent', 'answered'])
  const claims = (steps: Steps) => loanReferral.claims?.(loan(steps))
  expect(claims(upTo('send'))).toEqual([{ person: 'w1', key: 'loan-referral' }])
  expect(claims(way)).toEqual([])
})

const period = (readOn: string, yuan: number, more: object = {}) => ({
  readOn,
  cumulativeFen: yuan * 100,
  source: '表',
  ...more,
})
const series: Steps = [
  ['read', 'pending', '2026-04-10', period('2026-03-31', 1_000)],
  ['accept', 'standing', '2026-04-12'],
  ['read', 'pending', '2026-07-10', period('2026-06-30', 1_400)],
]

test('a bank’s total is a reading of grade D: only what it grew by, only once another has checked it (R-LOAN-04)', () => {
  const lent = (steps: Steps) => worth(loanReport, at(loanReport, steps, {})).filter(([measure]) => measure === 'lent')
  expect(lent(series)).toEqual([['lent', '2026-03-31', 1_000_00, 'D']])
  expect(lent([...series, ['accept', 'standing', '2026-07-12']])).toEqual([
    ['lent', '2026-03-31', 1_000_00, 'D'],
    ['lent', '2026-06-30', 400_00, 'D'],
  ])
  const again: Steps = [
    ...series,
    ['giveBack', 'standing', '2026-07-11'],
    ['read', 'pending', '2026-07-12', period('2026-06-30', 1_300)],
    ['accept', 'standing', '2026-07-13'],
  ]
  expect(lent(again).at(-1)).toEqual(['lent', '2026-06-30', 300_00, 'D'])
  const checker = postOf('statistician')
  const less = (more: object) => [
    ...series.slice(0, 2),
    ['read', 'pending', '2026-07-10', period('2026-06-30', 900, more)],
  ]
  expect(unmet(loanReport, at(loanReport, less({}) as Steps, {}), 'accept', checker)).toEqual(['neverLess'])
  expect(
    unmet(loanReport, at(loanReport, less({ note: '口径改为不含信用卡' }) as Steps, {}), 'accept', checker),
  ).toEqual([])
  expect(() => takeStep(loanReport, 'accept', at(loanReport, series, {}), { ...checker, lastHand: true }, '')).toThrow(
    'second-person',
  )
  // Referrals and the bank's totals share no measure, and a balance has none.
  expect(Object.keys(loanReport.measures)).toEqual(['lent', 'series'])
})

test('a product is shown below once another has checked it, and its sheet says who decides and that nothing is charged', () => {
  expect(() =>
    takeStep(loanProduct, 'offer', at(loanProduct, [], { most: 1 }), postOf('chair', { took: ['create'] }), ''),
  ).toThrow('second-person')
  expect(loanProduct.shownBelow).toEqual(['offered'])
  for (const { class: kept } of Object.values(loanProduct.fields)) expect(kept).toBe('P0')
  const page = loanProduct.documents['product-sheet']?.body({
    facts: at(loanProduct, [], { name: '惠农贷', most: 300_000_00 }),
    org: '旗妇联',
    today: day,
  } as unknown as DocumentData)
  expect(JSON.stringify(page)).toMatch(/不审批、不担保、不承诺.*不收任何费用/)
})

test('a subsidised loan counts when paid; each subsidy is its own money (R-LOAN-01)', () => {
  const paid: Steps = [
    ['qualify', 'qualified', '2026-03-10'],
    ['guarantee', 'guaranteed', '2026-03-20'],
    ['grant', 'granted', '2026-03-30'],
    ['disburse', 'disbursed', '2026-04-02'],
    ['subsidise', 'disbursed', '2026-12-20', { subsidyFen: 1_200_00, paidBy: '财政' }],
  ]
  expect(worth(subsidisedLoan, at(subsidisedLoan, paid.slice(0, 3), asked))).toEqual([])
  expect(worth(subsidisedLoan, at(subsidisedLoan, paid, asked))).toEqual([
    ['women', '2026-04-01', 1, 'A'],
    ['disbursed', '2026-04-01', 80_000_00, 'B'],
    ['subsidised', '2026-12-20', 1_200_00, 'B'],
  ])
})

test('random walks', { timeout: 60_000 }, () => {
  const states = walk({
    programme: loanReferral,
    everyHand: true,
    always: ({ state, answers }) => {
      if (state === 'sent') expect(answers.share).toHaveLength(5)
    },
  })
  for (const state of ['advised', 'not-recommended', 'closed', 'withdrawn']) expect(states).toContain(state)
  expect([...walk({ programme: loanProduct, everyHand: true })]).toContain('offered')
  expect([...walk({ programme: loanReport })]).toEqual(expect.arrayContaining(['pending', 'standing', 'ended']))
  expect([...walk({ programme: subsidisedLoan })]).toContain('refused')
})
