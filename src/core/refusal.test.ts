import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Refusal, refusalText } from './refusal.ts'
import { refusalPage } from './refusal-page.ts'
import { refusalTexts } from './refusal-texts.ts'

test('docs/refusals.md is what the code says (else run `npx niangjia refusals`)', () => {
  expect(readFileSync(new URL('../../docs/refusals.md', import.meta.url), 'utf8')).toBe(refusalPage())
})

test('both languages name the same values, and unknown ones stay visible', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
  for (const { zh, en } of Object.values(refusalTexts)) expect(names(en)).toEqual(names(zh))
  expect(refusalText('too-large', 'zh', { limit: '20 MB' })).toContain('20 MB')
  expect(refusalText('too-large', 'en')).toContain('{limit}')
  expect(new Refusal('not-found').status).toBe(404)
})
