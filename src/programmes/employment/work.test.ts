import { describe, expect, test } from 'vitest'
import { factsOf, historyOf, postOf } from '../../../test/support/facts.ts'
import { day, type Steps, step, worth } from '../../../test/support/steps.ts'
import { walk } from '../../../test/support/walk.ts'
import { clocksOf } from '../../core/clock.ts'
import { countsOf, takeStep } from '../../core/procedure.ts'
import type { Programme } from '../../core/programme.ts'
import { craftOrder } from './craft-order.ts'
import { craftWork } from './craft-work.ts'
import { craftswoman } from './craftswoman.ts'
import { liftedWomen } from './lifted-women.ts'
import { skillClass } from './skill-class.ts'
import { trainingProject } from './training-project.ts'
import { womenBase } from './women-base.ts'

describe('classes', () => {
  const held: Steps = [['hold', 'held', '2026-03-04']]
  const came = {
    attendance: ['p', 'q'].map((person) => ({ person, minutes: null })),
    heads: [{ count: 40, grade: 'B' as const }],
  }
  const certified = [{ person: 'p', role: 'finished' }]

  test('attendances, distinct people and those who finished are three figures (F032, F072)', () => {
    const once = [
      'classes 03-02 1 A',
      'trained 03-02 2 A',
      'trained 03-02 40 B',
      'people 03-02 1 A',
      'people 03-02 1 A',
    ]
    expect(worth(skillClass, [], {}, came)).toEqual([])
    expect(worth(skillClass, held, {}, came)).toEqual(once)
    expect(worth(skillClass, [...held, ['certify', 'certified', '2026-03-06']], { certified }, came)).toEqual([
      ...once,
      'finished 03-02 1 A',
    ])
    const fits = { free: true, endsOn: day, certified }
    expect(step(skillClass, 'hold', 'planned', fits, came)).toBe('held')
    expect(() => step(skillClass, 'hold', 'planned', { ...fits, free: false }, came)).toThrow('needs-unmet')
    expect(() => step(skillClass, 'hold', 'planned', { ...fits, endsOn: '2026-03-03' }, came)).toThrow('needs-unmet')
    expect(step(skillClass, 'certify', 'held', fits, came)).toBe('certified')
    expect(() => step(skillClass, 'certify', 'held', { certified: [{ person: 'z' }] }, came)).toThrow('needs-unmet')
  })

  test('money counts when another person has seen the vouchers (F071)', () => {
    const told = { spent: 12_000_00, vouchers: '报销单 3 号', payer: 'labour' }
    const spend: Steps = [...held, ['spend', 'spent', '2026-03-10']]
    const yuan = (steps: Steps) => worth(skillClass, steps, told, came).filter((line) => line.startsWith('spent'))
    expect(yuan(spend)).toEqual([])
    expect(yuan([...spend, ['confirm', 'settled', '2026-03-12']])).toEqual(['spent 03-12 1200000 B'])
    expect(() => step(skillClass, 'confirm', 'spent', told, { who: { took: ['spend'] } })).toThrow('second-person')
    expect(() => step(skillClass, 'confirm', 'spent', told, { who: { lastHand: true } })).toThrow('second-person')
    expect(() => step(skillClass, 'spend', 'held', { spent: 100 })).toThrow('needs-unmet')
  })
})

describe('projects', () => {
  test('granted is a plan, counted once; who applied, granted and accepted does not audit (L080)', () => {
    const asked = { budget: 500_000_00, granted: 400_000_00 }
    expect(step(trainingProject, 'approve', 'applied', asked)).toBe('approved')
    expect(() => step(trainingProject, 'approve', 'applied', { ...asked, granted: 500_001_00 })).toThrow('needs-unmet')
    expect(() => step(trainingProject, 'approve', 'applied', asked, { who: { lastHand: true } })).toThrow(
      'second-person',
    )
    for (const took of ['create', 'approve', 'accept'])
      expect(() => step(trainingProject, 'audit', 'accepted', asked, { who: { took: [took] } })).toThrow(
        'second-person',
      )
    expect(worth(trainingProject, [], asked)).toEqual([])
    expect(
      worth(
        trainingProject,
        [
          ['approve', 'approved', '2026-03-10'],
          ['arrive', 'running', '2026-03-20', { fen: 200_000_00 }],
          ['stop', 'stopped', '2026-05-20'],
        ],
        asked,
      ),
    ).toEqual(['projects 03-10 1 A', 'granted 03-10 40000000 A'])
  })
})

describe('handicraft', () => {
  test('a maker counts from the day she is listed until she leaves; once a woman', () => {
    const her = { person: 'p', inheritor: 'region', paper: '3-12' }
    const list: Steps = [['list', 'listed', '2026-03-05']]
    expect(worth(craftswoman, [], her)).toEqual([])
    expect(worth(craftswoman, [...list, ['leave', 'left', '2026-06-01']], her)).toEqual([
      'makers 03-05 1 A',
      'makers 06-01 -1 A',
      'inheritors 03-05 1 A',
    ])
    expect(() => step(craftswoman, 'list', 'registered', { inheritor: 'region' })).toThrow('needs-unmet')
    expect(() => step(craftswoman, 'list', 'registered', her, { who: { lastHand: true } })).toThrow('second-person')
    const claims = (state: string) =>
      craftswoman.claims?.(factsOf(historyOf(craftswoman, day, [['x', state, day]]), her))
    expect(claims('paused')).toEqual([{ person: 'p', key: 'craftswoman' }])
    expect(claims('left')).toEqual([])
  })

  test('a work is listed with consent only, and comes down when its maker asks', () => {
    expect(() => step(craftWork, 'list', 'draft', { consent: false })).toThrow('needs-unmet')
    expect(step(craftWork, 'list', 'draft', { consent: true })).toBe('listed')
    expect(step(craftWork, 'withdraw', 'listed')).toBe('withdrawn')
    const steps: Steps = [
      ['list', 'listed', '2026-03-05'],
      ['show', 'listed', '2026-03-20'],
      ['show', 'listed', '2026-04-20'],
    ]
    expect(worth(craftWork, steps)).toEqual(['works 03-05 1 A', 'showings 03-20 1 A', 'showings 04-20 1 A'])
  })

  test('an order is paid outside: the amount counts once another person has seen the proof', () => {
    const told = { paid: 4_800_00, proof: '转账单' }
    const steps: Steps = [
      ['accept', 'accepted', '2026-03-03'],
      ['make', 'making', '2026-03-04'],
      ['deliver', 'delivered', '2026-03-20'],
      ['pay', 'told', '2026-03-25'],
    ]
    expect(worth(craftOrder, steps, told)).toEqual(['orders 03-03 1 A', 'delivered 03-20 1 A'])
    expect(worth(craftOrder, [...steps, ['confirm', 'paid', '2026-03-26']], told)).toContain('income 03-26 480000 B')
    expect(() => step(craftOrder, 'confirm', 'told', told, { who: { lastHand: true } })).toThrow('second-person')
    expect(() => step(craftOrder, 'pay', 'delivered', { paid: 0, proof: '无' })).toThrow('needs-unmet')
    expect(() => step(craftOrder, 'accept', 'ordered', { dueOn: '2026-03-01' })).toThrow('needs-unmet')
    expect(craftOrder.postings).toBeUndefined()
  })
})

describe('bases', () => {
  const name = (kind: string, level: string, namedOn: string, endedOn?: string) => ({
    kind,
    level,
    namedOn,
    ...(endedOn && { endedOn }),
  })
  const named: Steps = [
    ['inspect', 'inspected', '2026-03-05'],
    ['name', 'named', '2026-03-20'],
  ]

  test('named by another than who applied and who inspected; a review that fails stops further names', () => {
    const fits = { led: 30, evidence: '名册', titles: [name('craft', 'banner', day)] }
    expect(step(womenBase, 'name', 'inspected', fits)).toBe('named')
    for (const took of ['create', 'inspect'])
      expect(() => step(womenBase, 'name', 'inspected', fits, { who: { took: [took] } })).toThrow('second-person')
    expect(() => step(womenBase, 'name', 'inspected', { ...fits, titles: [] })).toThrow('needs-unmet')
    expect(() => step(womenBase, 'inspect', 'applied', { ...fits, led: 0 })).toThrow('needs-unmet')
    const failed = historyOf(womenBase, day, [...named, ['review', 'named', '2027-03-01', { works: false }]])
    expect(() => takeStep(womenBase, 'convert', factsOf(failed, fits), postOf('chair'), undefined)).toThrow(
      'needs-unmet',
    )
    const run = clocksOf(womenBase.clocks, failed).at(-1)
    expect([run?.clock, run?.dueOn]).toEqual(['review', '2028-03-01'])
  })

  test('one place, its names by level; a converted name ends and the place stands; removed, all go (F076, F077)', () => {
    const titles = [
      name('poverty', 'region', '2018-06-01', '2021-07-01'),
      name('poverty', 'national', '2019-06-01'),
      name('rural', 'region', '2021-07-01'),
    ]
    const sums = (steps: Steps) =>
      countsOf(womenBase, factsOf(historyOf(womenBase, day, steps), { titles })).map(
        (c) => `${c.measure.slice(11)} ${c.on} ${c.value}`,
      )
    expect(sums([])).toEqual([])
    expect(sums(named)).toEqual([
      'bases 2018-06-01 1',
      'regional 2018-06-01 1',
      'regional 2021-07-01 -1',
      'national 2019-06-01 1',
      'others 2021-07-01 1',
    ])
    expect(sums([...named, ['remove', 'removed', '2026-09-01']])).toEqual(
      expect.arrayContaining(['bases 2026-09-01 -1', 'national 2026-09-01 -1', 'others 2026-09-01 -1']),
    )
  })

  test('a number from outside is D, nobody’s person, and confirmed by another (F078)', () => {
    expect(worth(liftedWomen, [], { women: 3100 })).toEqual([])
    expect(worth(liftedWomen, [['confirm', 'confirmed', '2026-03-05']], { women: 3100 })).toEqual([
      'women 03-02 3100 D',
    ])
    expect(liftedWomen.measures.women?.unit).toBe('item')
    expect(() => step(liftedWomen, 'confirm', 'received', {}, { who: { lastHand: true } })).toThrow('second-person')
  })
})

test('random walks', { timeout: 240_000 }, () => {
  const reached: readonly (readonly [Programme, string])[] = [
    [skillClass, 'cancelled'],
    [trainingProject, 'audited'],
    [craftswoman, 'left'],
    [craftWork, 'sold'],
    [craftOrder, 'accepted'],
    [womenBase, 'inspected'],
    [liftedWomen, 'confirmed'],
  ]
  for (const [programme, state] of reached) expect([...walk({ programme, everyHand: true })]).toContain(state)
})
