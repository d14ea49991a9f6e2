import { expect, test } from 'vitest'
import { workingDays } from './clock.ts'
import { dutyOf } from './clock-duty.ts'
import { orgCode } from './org-code.ts'
import type { Action, Programme } from './programme.ts'

const label = { zh: '', en: '' }
const village = orgCode(152921100201)
const township = orgCode(152921100000)
const banner = orgCode(152921000000)
const police = orgCode(152921000000, 7)

const action = (given: Partial<Action>): Action => ({ label, from: 'any', to: 'answered', by: ['rights'], ...given })
const programme = (actions: Record<string, Action>, confidential = false): Programme =>
  ({
    confidential,
    actions,
    clocks: { it: { label, rule: 'S', legal: false, until: ['answered'], done: ['reply'], within: workingDays(3) } },
  }) as unknown as Programme
const duty = (
  actions: Record<string, Action>,
  org = village,
  more: { receiver?: number; confidential?: boolean } = {},
) => dutyOf(programme(actions, more.confidential), 'it', { org, receiver: more.receiver })

test('the keeping organisation ends its own clocks, each role once; the steps of the house are nobody’s task', () => {
  const steps = {
    answer: action({ by: ['rights', 'chair'] }),
    drop: action({ by: ['rights'], reason: true }),
    lapse: action({ by: [] }),
    elsewhere: action({ to: 'moved', by: ['finance'] }),
  }
  expect(duty(steps)).toEqual({ roles: ['rights', 'chair'], forOrg: undefined })
})

test('what only a receiver can answer is the receiver’s, once there is one', () => {
  const steps = {
    reply: action({ to: 'same', by: ['partner'], reach: 'receiver' }),
    drop: action({ by: ['rights'], reason: true }),
  }
  expect(duty(steps, village, { receiver: police, confidential: true })).toEqual({ roles: ['partner'], forOrg: police })
  expect(duty(steps)).toEqual({ roles: ['rights'], forOrg: undefined })
})

test('what a level above approves is that of the nearest such level; of a sealed record nobody above is asked', () => {
  const steps = {
    check: action({ by: ['chair'], reach: 'below', at: ['township'] }),
    withdraw: action({ by: ['family'], reason: true }),
  }
  expect(duty(steps)).toEqual({ roles: ['chair'], forOrg: township })
  expect(duty({ check: action({ reach: 'below', at: ['league', 'banner'] }) }).forOrg).toBe(banner)
  expect(duty(steps, township).forOrg).toBeUndefined()
  expect(duty(steps, village, { confidential: true }).forOrg).toBeUndefined()
})
