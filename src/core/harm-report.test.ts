import { expect, test } from 'vitest'
import { askedReport } from './harm-report.ts'

test('a report that is asked for says only what was answered, and is about a child unless an adult is named', () => {
  const told = { situation: 'violence', what: '听见哭喊', where: '三单元' }
  const asked = (childAge?: string) =>
    askedReport({
      on: '2026-03-01',
      history: [
        { action: 'report', from: 'a', to: 'a', on: '2026-03-02', answers: { ...told, ...(childAge && { childAge }) } },
      ],
    })
  expect(asked('adult')).toEqual([
    { programme: 'mandatory-report', answers: { topic: 'adult', foundOn: '2026-03-02', ...told, childAge: 'adult' } },
  ])
  expect(asked()[0]?.answers).toMatchObject({ topic: 'minor', foundOn: '2026-03-02' })
  expect(askedReport({ on: '2026-03-01', history: [] })[0]?.answers.foundOn).toBe('2026-03-01')
})
