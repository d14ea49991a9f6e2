import { expect, test } from 'vitest'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { abilitiesOf, countsOf, reachedIn, type Standing } from '../../core/procedure.ts'
import type { Done, Facts } from '../../core/programme.ts'
import { titleOf } from '../../core/record-title.ts'
import { dangerSigns } from '../../core/rights-words.ts'
import { rightsCase } from './rights-case.ts'

const rights: Standing = { role: 'rights', own: true, above: false, handler: true, lastHand: false, level: 'banner' }
const calm = Object.fromEntries(Object.keys(dangerSigns).map((sign) => [sign, false]))
const done = (action: string, from: string | undefined, to: string, on: string, answers = {}, at?: string): Done => ({
  action,
  from,
  to,
  on,
  answers,
  ...(at && { at }),
})
const created = done('create', undefined, 'registered', firstDay, {}, `${firstDay}T01:00:00.000Z`)
const factsOf = (history: Done[], answers: Record<string, unknown> = {}): Facts => ({
  state: history.at(-1)?.to ?? 'registered',
  on: firstDay,
  answers: { topic: 'service', receivedOn: firstDay, category: 'family', ...answers },
  history,
  reached: reachedIn(history),
  person: undefined,
  attendance: [],
  heads: [],
})
const unmet = (facts: Facts, action: string, who = rights) =>
  abilitiesOf(rightsCase, facts, who)
    .find((a) => a.action === action)
    ?.checks.filter((c) => !c.met)
    .map((c) => c.check)

test('random walks: every state is reached, and violence is never sent away (R-DV-02)', { timeout: 60_000 }, () => {
  const reached = walk({
    programme: rightsCase,
    runs: 100,
    always: ({ history, answers }) => {
      const violence = answers.category === 'violence'
      if (violence && history.at(-1)?.action === 'decline') expect.fail('a matter of violence was declined')
      if (violence && history.at(-1)?.action === 'withdraw') expect.fail('withdrawn without the safety duty')
      if (violence && history.at(-1)?.action === 'mediate') expect.fail('violence was sent to mediation')
      if (violence && history.at(-1)?.action === 'close') expect(answers.result).not.toBe('not-ours')
    },
  })
  for (const state of ['triaged', 'accepted', 'handling', 'withdrawn', 'merged', 'closed'])
    expect([...reached]).toContain(state)
})

test('violence and children cannot be declined, mediated or closed as not ours; a plain matter can', () => {
  const plain = factsOf([created], { danger: calm })
  expect(unmet(plain, 'decline')).toEqual([])
  expect(unmet(factsOf([created], { category: 'violence', danger: calm }), 'decline')).toEqual(['notProtected'])
  expect(unmet(factsOf([created], { danger: { ...calm, choking: true } }), 'decline')).toEqual(['notProtected'])
  expect(unmet(factsOf([created], { category: 'children' }), 'decline')).toEqual(['notProtected'])
  const handling = done('plan', 'accepted', 'handling', '2026-03-04')
  expect(unmet(factsOf([created, handling], { category: 'violence', result: 'not-ours' }), 'resolve')).toEqual([
    'neverSentAway',
  ])
  expect(unmet(factsOf([created, handling], { result: 'not-ours' }), 'resolve')).toEqual([])
  expect(unmet(factsOf([created, handling], { result: 'could-not', resultWhy: '太短' }), 'resolve')).toEqual([
    'whyNotHelped',
  ])
})

test('urgency: nine questions for violence, the gravest signs are red, and red is answered before triage', () => {
  const unasked = factsOf([created], { category: 'violence' })
  expect(unmet(unasked, 'gradeOther')).toEqual(['dangerAsked'])
  const grave = { category: 'violence', danger: { ...calm, weapon: true } }
  expect(unmet(factsOf([created], grave), 'gradeOrange')).toEqual(['notGravest'])
  expect(unmet(factsOf([created], grave), 'gradeRed')).toEqual([])
  const red = [
    created,
    done('declare', 'registered', 'registered', firstDay),
    done('gradeRed', 'registered', 'registered', firstDay),
  ]
  expect(unmet(factsOf(red, grave), 'triage')).toEqual(['responded'])
  expect(unmet(factsOf([...red, done('respond', 'registered', 'registered', firstDay)], grave), 'triage')).toEqual([])
  expect(unmet(factsOf([...red, done('recuse', 'registered', 'registered', firstDay)], grave), 'triage')).toEqual([
    'responded',
    'noConflict',
  ])
})

const running = (history: Done[], clock: string) =>
  clocksOf(rightsCase.clocks, history).filter((run) => run.clock === clock)

test('red runs thirty minutes from the moment, orange four hours, the rest one working day', () => {
  const at = (hour: string) => `2026-03-02T${hour}.000Z`
  const red = [created, done('gradeRed', 'registered', 'registered', firstDay, {}, at('15:45:00'))]
  // 23:45 in Shanghai: due after midnight, on the next day.
  expect(running(red, 'red')).toMatchObject([{ dueOn: '2026-03-03', dueAt: '2026-03-02T16:15:00.000Z' }])
  const answered = [...red, done('respond', 'registered', 'registered', firstDay, {}, at('15:50:00'))]
  expect(running(answered, 'red')).toMatchObject([{ endedOn: firstDay }])
  const orange = [created, done('gradeOrange', 'registered', 'registered', firstDay, {}, at('01:00:00'))]
  expect(running(orange, 'orange')).toMatchObject([{ dueAt: '2026-03-02T05:00:00.000Z' }])
  expect(running([created], 'triage')).toMatchObject([{ dueOn: '2026-03-03' }])
})

test('a petition is told in fifteen days and done in sixty, lengthened once by thirty (D10, D12)', () => {
  const marked = [created, done('petition', 'registered', 'registered', '2026-03-02')]
  expect(running(marked, 'petitionTold')).toMatchObject([{ dueOn: '2026-03-17' }])
  const taken = [
    ...marked,
    done('triage', 'registered', 'triaged', '2026-03-03'),
    done('acceptPetition', 'triaged', 'accepted', '2026-03-04'),
  ]
  expect(running(taken, 'petitionTold')).toMatchObject([{ endedOn: '2026-03-04' }])
  // The sixtieth day, 3 May 2026, lies in a holiday.
  const [sixty] = running(taken, 'petitionDone')
  expect(sixty?.dueOn).toBe('2026-05-06')
  const longer = done('extendPetition', 'accepted', 'accepted', '2026-04-20')
  const once = running([...taken, longer], 'petitionDone')
  expect(once[0]?.dueOn).toBe('2026-06-05')
  expect(running([...taken, longer, longer], 'petitionDone')).toEqual(once)
})

test('follow-ups on days 7, 30 and 90 of one start; safety calls stay after a withdrawal', () => {
  const followed = [created, done('follow', 'resolved', 'follow-up', '2026-03-10')]
  const visit = (on: string) => done('visit', 'follow-up', 'follow-up', on, { reached: 'yes', safe: 'none' })
  expect(running(followed, 'followUp').map((r) => r.dueOn)).toEqual(['2026-03-17'])
  const twice = [...followed, visit('2026-03-16'), visit('2026-04-09')]
  expect(running(twice, 'followUp').map((r) => r.dueOn)).toEqual(['2026-03-17', '2026-04-09', '2026-06-08'])
  const violent = { category: 'violence', danger: calm, volume: true }
  expect(unmet(factsOf(twice, violent), 'close')).toEqual(['followedUp'])
  expect(unmet(factsOf([...twice, visit('2026-06-08')], violent), 'close')).toEqual([])
  expect(unmet(factsOf(twice, { volume: true }), 'close')).toEqual([])
  const gone = [created, done('withdrawSafe', 'registered', 'withdrawn', '2026-03-10')]
  expect(running(gone, 'safety').map((r) => r.dueOn)).toEqual(['2026-03-17'])
  expect(unmet(factsOf([created], { category: 'violence' }), 'withdraw')).toEqual(['dangerAsked', 'notProtected'])
})

test('who resolved a case does not close it', () => {
  const history = [created, done('follow', 'resolved', 'follow-up', '2026-03-10')]
  const same = abilitiesOf(rightsCase, factsOf(history), { ...rights, took: ['create', 'resolve'] })
  expect(same.map((a) => a.action)).not.toContain('close')
  expect(abilitiesOf(rightsCase, factsOf(history), { ...rights, took: ['create'] }).map((a) => a.action)).toContain(
    'close',
  )
})

test('a case counts once on its own days; a merged one not at all; a nameless woman as an item, not a person', () => {
  const history = [
    created,
    done('triage', 'registered', 'triaged', '2026-03-03'),
    done('accept', 'triaged', 'accepted', '2026-03-05'),
  ]
  const counts = (answers: object) =>
    countsOf(rightsCase, factsOf(history, answers as Record<string, unknown>)).map((c) => `${c.measure} ${c.on}`)
  expect(counts({ category: 'violence' })).toEqual([
    'rights-case.cases 2026-03-02',
    'rights-case.violence 2026-03-02',
    'rights-case.triaged 2026-03-03',
    'rights-case.timely 2026-03-03',
    'rights-case.accepted 2026-03-05',
    'rights-case.unnamed 2026-03-05',
  ])
  expect(counts({ woman: 'p1' })).toContain('rights-case.women 2026-03-05')
  const late = [created, done('triage', 'registered', 'triaged', '2026-03-04')]
  expect(countsOf(rightsCase, factsOf(late)).map((c) => c.measure)).not.toContain('rights-case.timely')
  expect(countsOf(rightsCase, factsOf([...history, done('merge', 'accepted', 'merged', '2026-03-06')]))).toEqual([])
})

test('the title is chosen and says nothing of what the matter is', () => {
  expect(titleOf(rightsCase, { topic: 'service' })).toBe('权益服务事项')
  const topic = rightsCase.fields.topic
  expect(topic?.kind).toBe('choice')
  for (const words of Object.values(topic?.kind === 'choice' ? topic.options : {}))
    expect(words.zh).not.toMatch(/暴|性|离婚|孩子|告诫|保护令/)
})
