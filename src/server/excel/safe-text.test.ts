import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeText, unsafeText } from './safe-text.ts'

test('what a spreadsheet would compute is text', () => {
  for (const text of ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "'=1"])
    expect(safeText(text)[0]).toBe("'")
  for (const text of ['家风', '13800001234', 'a=b', '2026-11-22']) expect(safeText(text)).toBe(text)
})

test('a text comes back from a sheet as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }).filter((s) => !/\p{Cc}|\p{Cs}/u.test(s)),
      (text) => unsafeText(safeText(text)) === text,
    ),
  )
})
