import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getMeasure } from '../figures/catalogue.ts'
import { articleFigures } from './article-figures.ts'
import { articleIndicators } from './figures-policy.ts'

test('each number of the articles once, in their order, of measures that are there', () => {
  const numbers = articleFigures.map(({ no }) => no)
  expect(numbers).toEqual([...new Set(numbers)].sort())
  // An indicator is answered by no measure.
  expect(articleIndicators.filter(({ no }) => numbers.includes(no))).toEqual([])
  for (const { parts } of articleFigures)
    for (const { measure, per } of parts) {
      expect(getMeasure(measure).measure.unit).not.toBe('percent')
      if (per) getMeasure(per)
    }
})

test('more than one number, and a number of another unit than the article says, is explained', () => {
  for (const { no, says, parts, differs } of articleFigures) {
    const unit = getMeasure(parts[0].measure).measure.unit
    const same = parts.length === 1 && !parts[0].per && (unit !== 'person-time' || says.includes('人次'))
    expect(same || differs !== undefined, no).toBe(true)
  }
})

test('the page shows every one of them', () => {
  const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8')
  for (const { no, says } of [...articleFigures, ...articleIndicators]) expect(page).toContain(`| ${no} | ${says} |`)
})
