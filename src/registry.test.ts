import { expect, test } from 'vitest'
import { programmes } from './registry.ts'

test('no two services or documents are numbered by the same letters', () => {
  const by = new Map<string, string[]>()
  const note = (series: string | undefined, who: string) => series && by.set(series, [...(by.get(series) ?? []), who])
  for (const { id, series, documents } of programmes) {
    note(series, id)
    for (const [key, document] of Object.entries(documents)) note(document.series, `${id} ${key}`)
  }
  expect([...by].filter(([, who]) => who.length > 1)).toEqual([])
})
