import { expect, test } from 'vitest'
import { viewHref, viewOf } from './view.ts'

const otherwise = { measure: 'family-story.sessions', org: 1529210000000000, today: '2026-11-20' }

test('an empty address is this year of the reader’s organisation', () => {
  expect(viewOf({}, otherwise)).toEqual({
    measure: 'family-story.sessions',
    org: 1529210000000000,
    from: '2026-01-01',
    to: '2026-11-20',
  })
})

test('a link reopens the same view', () => {
  const view = {
    measure: 'mediation.settled',
    org: 1529000000000000,
    from: '2025-03-01',
    to: '2025-08-31',
    asOf: '2026-01-01T00:00:00Z',
    open: 1529210000000000,
  }
  const address = new URL(viewHref(view), 'http://x.invalid')
  expect(viewOf(Object.fromEntries(address.searchParams), otherwise)).toEqual(view)
})

test('nonsense in the address falls back and never asks the server for it', () => {
  const view = viewOf({ org: '12', from: '2026-02-31', to: 'x', asOf: 'soon', open: -1, measure: 7 }, otherwise)
  expect(view).toEqual(viewOf({}, otherwise))
})

test('an end before its start is cut to one day', () => {
  expect(viewOf({ from: '2026-05-02', to: '2026-05-01' }, otherwise)).toMatchObject({
    from: '2026-05-01',
    to: '2026-05-01',
  })
})
