import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersFor, type Draw, drawFrom } from '../../../test/support/answers.ts'
import { randomSpec, readingEvening } from '../../../test/support/local-specs.ts'
import { firstDay, walk } from '../../../test/support/walk.ts'
import { type Count, settle } from '../count.ts'
import { orgCode } from '../org-code.ts'
import { countsOf } from '../procedure.ts'
import type { Facts, Heads, Programme } from '../programme.ts'
import { Refusal } from '../refusal.ts'
import { checkSpec } from './check-spec.ts'
import { compose, composeVersions } from './compose.ts'
import { type LocalSpec, localSpec } from './spec.ts'
import { countedAs, summaryOf, warningsOf } from './words.ts'

const owner = orgCode(152900000000)
const mark = { id: 'local-1529-0123456789', version: 1, owner }

const refusalOf = (spec: LocalSpec, earlier: readonly LocalSpec[] = [], by = owner): string | undefined => {
  try {
    checkSpec(spec, by, earlier)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** The states in which a measure of a state still counts, told once more by hand. */
const standsIn: Readonly<Record<string, readonly string[]>> = {
  kept: ['kept'],
  held: ['held', 'checked'],
  submitted: ['submitted', 'checked'],
  checked: ['checked'],
  applied: ['applied', 'reviewed', 'approved', 'done'],
  reviewed: ['reviewed', 'approved', 'done'],
  approved: ['approved', 'done'],
  done: ['done'],
}

/** What a record is worth, worked out as a clerk would. */
function byHand(spec: LocalSpec, facts: Facts): Count[] {
  const out: Count[] = []
  const first = { activity: 'planned', record: 'kept', check: 'submitted', approval: 'applied' }
  for (const m of spec.measures) {
    const measure = `${mark.id}.${m.key}`
    const onDate = spec.kind === 'activity' || m.state === first[spec.pattern]
    const on = onDate ? facts.on : facts.reached[m.state]
    const stands = standsIn[m.state]?.includes(facts.state) ?? false
    const closed = facts.reached.void
    if (on && spec.kind === 'place' && m.counts === 'records') {
      const ended = facts.state === 'void' && closed !== undefined
      if (stands || ended) out.push({ measure, on, value: 1, grade: 'A' })
      if (ended) out.push({ measure, on: closed, value: -1, grade: 'A' })
      continue
    }
    if (!stands || !on) continue
    const typed = spec.pattern === 'record' ? 'C' : 'B'
    const of = spec.fields.find((f) => f.key === m.field)
    const answer = m.field && facts.answers[m.field]
    if (m.counts === 'records') {
      const best = facts.attendance.length > 0 ? 'A' : (facts.heads.map((h) => h.grade).sort()[0] ?? 'C')
      out.push({ measure, on, value: 1, grade: spec.kind === 'activity' ? best : 'A' })
    }
    if (m.counts === 'sum' && of && typeof answer === 'number') out.push({ measure, on, value: answer, grade: typed })
    if (m.counts === 'attendances') {
      out.push({ measure, on, value: facts.attendance.length, grade: 'A' })
      for (const h of facts.heads) out.push({ measure, on, value: h.count, grade: h.grade })
    }
    if (m.counts === 'persons' && of && typeof answer === 'string')
      out.push({ measure, on, value: 1, grade: 'A', person: answer })
    if (m.counts === 'persons' && !of)
      for (const { person } of facts.attendance) out.push({ measure, on, value: 1, grade: 'A', person })
  }
  return settle(out)
}

const sorted = (counts: readonly Count[]) => counts.map((c) => JSON.stringify({ ...c })).sort()

/** Some state, whoever came, and the days the states were entered. */
function someFacts(programme: Programme, draw: Draw): Facts {
  const states = Object.keys(programme.states)
  const reached = Object.fromEntries(states.filter(() => draw(3) > 0).map((state, i) => [state, `2026-04-0${i + 1}`]))
  const state = states[draw(states.length)] ?? programme.initial
  const activity = programme.kind === 'activity'
  return {
    state,
    on: firstDay,
    answers: answersFor(programme.fields, draw),
    history: [],
    reached: { ...reached, [state]: '2026-05-01' },
    person: undefined,
    attendance: activity ? Array.from({ length: draw(4) }, (_, i) => ({ person: `p${i}`, minutes: null })) : [],
    heads: activity
      ? (['B', 'C', 'D'] as const).filter(() => draw(2) > 0).map((grade): Heads => ({ count: 1 + draw(50), grade }))
      : [],
  }
}

test('random specs are refused in words or make a definition whose counts are what a clerk works out', () => {
  let made = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const draw = drawFrom(seed)
      const spec = localSpec.parse(randomSpec(draw))
      const refused = refusalOf(spec)
      if (refused) {
        expect(refused).toMatch(/^local-/)
        return
      }
      made++
      const programme = compose(spec, mark)
      expect(programme.measures).toHaveProperty('m1')
      for (let i = 0; i < 6; i++) {
        const facts = someFacts(programme, draw)
        expect(sorted(countsOf(programme, facts))).toEqual(sorted(byHand(spec, facts)))
      }
      for (const said of [...summaryOf(spec, owner), ...spec.measures.map((m) => countedAs(spec, m))])
        expect(said.zh.length * said.en.length).toBeGreaterThan(0)
    }),
    { numRuns: 400 },
  )
  expect(made).toBeGreaterThan(40)
})

test('the procedure of every composed programme walks like its table says, and its counts follow', {
  timeout: 60_000,
}, () => {
  const walked = new Set<string>()
  for (let seed = 1; seed < 400 && walked.size < 11; seed++) {
    const spec = localSpec.parse(randomSpec(drawFrom(seed * 7919)))
    const shape = `${spec.kind} ${spec.pattern}`
    if (walked.has(shape) || refusalOf(spec)) continue
    walked.add(shape)
    const programme = compose(spec, mark)
    const always = (facts: Facts) => expect(sorted(countsOf(programme, facts))).toEqual(sorted(byHand(spec, facts)))
    const states = walk({ programme, always, runs: 60, everyHand: true })
    // Nobody comes to an activity of a walk, so it is never held.
    const all = spec.kind === 'activity' ? ['planned', 'void'] : Object.keys(programme.states)
    expect([...states].sort(), shape).toEqual(expect.arrayContaining(all.sort()))
  }
  // Three patterns of three kinds, and two of activities: one may be missed by the draw.
  expect(walked.size).toBeGreaterThanOrEqual(10)
})

test('rubbish is no spec, whatever it is', () => {
  const base = readingEvening as unknown as Record<string, unknown>
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(base)), fc.anything(), (key, value) => {
      const read = localSpec.safeParse({ ...base, [key]: value })
      if (read.success) refusalOf(read.data)
    }),
    { numRuns: 500 },
  )
  expect(localSpec.safeParse({ ...base, counts: '(f) => 1' }).success).toBe(false)
  expect(localSpec.safeParse({ ...base, fields: [{ ...readingEvening.fields[0], class: 'P4' }] }).success).toBe(false)
})

test('what makes no sense is refused by its own name', () => {
  const [books, place] = readingEvening.fields
  const [evenings, sum] = readingEvening.measures
  if (!books || !place || !evenings || !sum) throw new Error('no example')
  const bad = (change: Partial<LocalSpec>) => refusalOf({ ...readingEvening, ...change })
  expect(bad({})).toBeUndefined()
  expect(bad({ pattern: 'approval' })).toBe('local-pattern')
  expect(bad({ check: undefined })).toBe('local-pattern')
  expect(bad({ record: { roles: ['chair'], levels: ['region'] } })).toBe('local-level')
  expect(refusalOf(readingEvening, [], orgCode(152921000000))).toBeUndefined()
  expect(bad({ check: { roles: ['chair'], levels: ['league'] } })).toBeUndefined()
  expect(bad({ fields: [books, { ...books, key: 'f9' }, place] })).toBe('local-twice')
  expect(bad({ fields: [books, { ...place, options: [] }] })).toBe('local-options')
  expect(bad({ fields: [books, { ...place, kind: 'person', options: [] }] })).toBe('local-person-class')
  expect(bad({ measures: [{ ...evenings, state: 'planned' }] })).toBe('local-measure')
  expect(bad({ measures: [{ ...sum, field: 'f2' }] })).toBe('local-measure')
  expect(bad({ fields: [{ ...books, unit: '万元' }, place] })).toBe('local-measure')
  expect(bad({ fields: [{ ...books, class: 'P3' }, place] })).toBe('local-measure')
})

test('a new version keeps what a key meant, and its earlier measures', () => {
  const [books, place] = readingEvening.fields
  const [evenings, sum, ...rest] = readingEvening.measures
  if (!books || !place || !evenings || !sum) throw new Error('no example')
  const next = (change: Partial<LocalSpec>) => refusalOf({ ...readingEvening, ...change }, [readingEvening])
  expect(next({ fields: [{ ...books, label: { zh: '送出的书', en: '' } }, place] })).toBeUndefined()
  expect(next({ fields: [{ ...books, kind: 'money', unit: '' }, place] })).toBe('local-changed')
  expect(next({ fields: [{ ...books, unit: '册' }, place] })).toBe('local-changed')
  expect(next({ pattern: 'record', check: undefined })).toBe('local-changed')
  expect(next({ measures: [{ ...evenings, includes: '别的' }] })).toBe('local-changed')
  const [first, second] = composeVersions([readingEvening, { ...readingEvening, measures: [evenings, ...rest] }], mark)
  expect(Object.keys(first?.measures ?? {})).toEqual(['m1', 'm2', 'm3', 'm4'])
  expect(second?.measures.m2?.label.zh).toBe('送书数（前一版）')
})

test('people typed in are attendances and households visits; what looks sensitive is warned about', () => {
  const [books] = readingEvening.fields
  const [, sum] = readingEvening.measures
  if (!books || !sum) throw new Error('no example')
  const unitOf = (unit: string) => compose({ ...readingEvening, fields: [{ ...books, unit }] }, mark).measures.m2
  expect(unitOf('人')).toMatchObject({ unit: 'person-time' })
  expect(unitOf('户')).toMatchObject({ unit: 'item', unitLabel: { zh: '户次' } })
  expect(unitOf('本')).toMatchObject({ unit: 'item', unitLabel: { zh: '本' } })
  const warned = (zh: string) => warningsOf({ ...readingEvening, fields: [{ ...books, label: { zh, en: '' } }] }).length
  expect([warned('送书'), warned('家暴次数'), warned('所患疾病'), warned('身份证号')]).toEqual([0, 1, 1, 1])
})
