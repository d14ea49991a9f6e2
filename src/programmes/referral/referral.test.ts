import { expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { dutyOf } from '../../core/clock-duty.ts'
import type { DocumentData } from '../../core/document.ts'
import { abilitiesOf, countsOf, type Standing, takeStep } from '../../core/procedure.ts'
import type { Facts } from '../../core/programme.ts'
import { programmes } from '../../registry.ts'
import { publicInterestClue } from './public-interest-clue.ts'
import { referral } from './referral.ts'
import { supervisionLetter } from './supervision-letter.ts'

const day = '2026-03-02'
const shared = {
  ask: 'relief',
  preparedOn: day,
  reason: '只给自己人看的话',
  mode: 'refer',
  agency: 'civil-affairs',
  basis: 'consent',
  consentOn: day,
  consentWay: 'signed',
  share: ['name', 'need'],
  sharedName: '萨仁',
  sharedNeed: '临时住处',
  to: 1529_2100_0000_0003,
  dueOn: '2026-03-17',
}
const at = (history = historyOf(referral, day), answers: Record<string, unknown> = shared, today = day): Facts =>
  factsOf(history, answers, { today })
const unmet = (facts: Facts, action: string, who = postOf('rights')) =>
  abilitiesOf(referral, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)
const partner: Standing = { ...postOf('partner'), own: false, handler: false, receiver: true }
const sent = historyOf(referral, day, [['send', 'sent', day]])

test('what she did not agree to cannot be sent, and consent has a day and a way', () => {
  expect(unmet(at(), 'send')).toEqual([])
  expect(unmet(at(undefined, { ...shared, sharedContact: '夜里别打' }), 'send')).toEqual(['onlyAgreed'])
  expect(unmet(at(undefined, { ...shared, share: ['facts'] }), 'send')).toEqual(['onlyAgreed', 'saysSomething'])
  expect(unmet(at(undefined, { ...shared, consentWay: undefined }), 'send')).toEqual(['basisKnown'])
  expect(unmet(at(undefined, { ...shared, basis: 'law' }), 'send')).toEqual(['basisKnown'])
  expect(unmet(at(undefined, { ...shared, basis: 'law', law: '未成年人保护法第十一条' }), 'send')).toEqual([])
  expect(unmet(at(undefined, { ...shared, dueOn: '2026-03-01' }), 'send')).toEqual(['wellDated'])
})

test('the receiver sees what was shared and its own answer, never the reason or how she consented', () => {
  const hidden = Object.keys(referral.fields).filter((key) => !referral.receiverSees.includes(key))
  expect(hidden.sort()).toEqual(['agency', 'consentOn', 'consentWay', 'preparedOn', 'reason'])
  // Partners are in no other programme but a bank's in loan referrals and experts' in essays; both say what the receiver sees.
  const partners = programmes.filter((p) => p.access.see.includes('partner'))
  expect(partners.map((p) => p.id).sort()).toEqual(['essay-review', 'loan-referral', 'referral'])
  for (const p of partners) expect([p.id, p.receiverField !== undefined]).toEqual([p.id, true])
  expect(referral.access.create).not.toContain('partner')
})

test('only the receiver accepts, returns and answers; only the sender sends, closes and withdraws', () => {
  const may = (who: Standing, facts: Facts) => abilitiesOf(referral, facts, who).map((a) => a.action)
  expect(may(partner, at(sent)).sort()).toEqual(['accept', 'giveBack', 'receive'])
  expect(may(partner, at())).toEqual([])
  expect(may({ ...partner, receiver: false }, at(sent))).toEqual([])
  expect(may(postOf('rights'), at(sent))).not.toContain('accept')
  expect(takeStep(referral, 'accept', at(sent), partner, undefined)).toBe('accepted')
  expect(() => takeStep(referral, 'giveBack', at(sent), partner, '')).toThrow('reason-needed')
  expect(takeStep(referral, 'giveBack', at(sent), partner, '不属本单位职责')).toBe('returned')
})

test('a returned referral is sent again and counts once; a late answer is no answer in time', () => {
  const again = historyOf(referral, day, [
    ['send', 'sent', day],
    ['giveBack', 'returned', '2026-03-04'],
    ['send', 'sent', '2026-03-05'],
    ['accept', 'accepted', '2026-03-06'],
    ['answer', 'replied', '2026-03-17'],
  ])
  const worth = (answers: Record<string, unknown>) =>
    countsOf(referral, at(again, answers)).map((c) => [c.measure, c.on, c.value])
  expect(worth(shared)).toEqual([
    ['referral.sent', day, 1],
    ['referral.to-civil-affairs', day, 1],
    ['referral.replied', '2026-03-17', 1],
    ['referral.on-time', '2026-03-17', 1],
  ])
  expect(worth({ ...shared, dueOn: '2026-03-16' }).map(([measure]) => measure)).not.toContain('referral.on-time')
})

test('the reply is due on the day that was asked for; the day after, the sender may urge by letter', () => {
  const run = (clock: string) => clocksOf(referral.clocks, sent, shared).find((r) => r.clock === clock)
  expect(run('reply')).toMatchObject({ startedOn: day, dueOn: '2026-03-17' })
  expect(run('follow')).toMatchObject({ dueOn: '2026-03-17' })
  const record = { org: 1529_2100_0000_0000, receiver: shared.to }
  expect(dutyOf(referral, 'reply', record)).toEqual({ roles: ['partner', 'rights'], forOrg: shared.to })
  expect(dutyOf(referral, 'follow', record)).toMatchObject({ forOrg: undefined })
  expect(unmet(at(sent, shared, '2026-03-17'), 'supervise')).toEqual(['overdue'])
  expect(unmet(at(sent, shared, '2026-03-18'), 'supervise')).toEqual([])
  const [letter] = referral.actions.supervise?.starts?.(at(sent, shared, '2026-03-18')) ?? []
  expect(letter).toEqual({
    programme: 'supervision-letter',
    answers: { ground: 'no-reply', draftedOn: '2026-03-18', agency: 'civil-affairs', dueBefore: '2026-03-17' },
  })
  const urged = [...sent, { ...sent[1], action: 'supervise', from: 'sent', on: '2026-03-18' }] as typeof sent
  expect(clocksOf(referral.clocks, urged, shared).find((r) => r.clock === 'follow')?.endedOn).toBe('2026-03-18')
})

test('the slip prints what was shared and nothing else', () => {
  const data = { facts: at(sent), org: '旗妇联', today: day, documentNumber: 'ZJ-1' } as unknown as DocumentData
  const page = JSON.stringify(referral.documents['referral-slip']?.body(data))
  expect(page).toContain('萨仁')
  expect(page).not.toContain('只给自己人看')
})

test('a supervision letter is signed by a chair of a banner or above, and not by who drafted it (R-WOM-01)', () => {
  const submitted = historyOf(supervisionLetter, day, [['submit', 'submitted', day]])
  const facts = factsOf(submitted, { department: '某局', matter: '未答复', opinion: '请答复', replyBy: '2026-04-01' })
  const sign = (more: Partial<Standing>) =>
    takeStep(supervisionLetter, 'sign', facts, postOf('chair', { handler: false, ...more }), undefined)
  expect(sign({})).toBe('sent')
  expect(sign({ own: false, above: true })).toBe('sent')
  expect(() => sign({ level: 'township' })).toThrow('not-allowed')
  expect(() => sign({ lastHand: true })).toThrow('second-person')
  expect(() => takeStep(supervisionLetter, 'sign', facts, postOf('rights'), undefined)).toThrow('not-allowed')
})

test('random walks of the three', { timeout: 60_000 }, () => {
  const states = walk({
    programme: referral,
    always: ({ state, answers }) => {
      if (state === 'sent') expect(answers.to).toBeDefined()
    },
  })
  expect([...states].sort()).toContain('closed')
  const letters = walk({ programme: supervisionLetter, runs: 150 })
  expect([...letters]).toEqual(expect.arrayContaining(['sent', 'replied', 'closed', 'dropped']))
  const clues = walk({ programme: publicInterestClue })
  expect([...clues]).toEqual(expect.arrayContaining(['reviewed', 'sent', 'closed']))
})
