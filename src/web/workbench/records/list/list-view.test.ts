import { expect, test } from 'vitest'
import { listHref, listViewOf } from './list-view.ts'

test('a list keeps its view in the address, and gives it back', () => {
  const view = {
    q: '家书 2026',
    state: 'held',
    mine: 'true',
    from: '2026-01-01',
    to: '',
    brand: '0190b2f0-7a3b-7c11-9d51-3f5a2b6c7d8e',
  }
  const href = listHref('family-story', view)
  expect(listViewOf(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(view)
  expect(listHref('mediation', listViewOf({}))).toBe('/records/mediation')
})

test('what an address says wrongly is left out', () => {
  const given = { q: 2026, state: ['held'], mine: 'perhaps', from: '2026-02-30', to: 'now', brand: 'x' }
  expect(listViewOf(given)).toEqual({ q: '2026', state: '', mine: '', from: '', to: '', brand: '' })
  expect(listViewOf({ mine: true }).mine).toBe('true')
})
