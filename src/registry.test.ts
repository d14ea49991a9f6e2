import { expect, test } from 'vitest'
import { titleOf } from './core/record-title.ts'
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

test('a chosen title is kept in words that lead back to one option', () => {
  const unclear = programmes.flatMap((programme) => {
    const field = programme.fields[programme.title]
    const options = field?.kind === 'choice' ? Object.keys(field.options) : []
    return new Set(options.map((code) => titleOf(programme, { [programme.title]: code }))).size < options.length
      ? [programme.id]
      : []
  })
  expect(unclear).toEqual([])
})
