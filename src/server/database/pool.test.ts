import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/support/database.ts'

const { appPool } = await withDatabase()

test('bigint is a number, a date a text, a moment a Date, in the time zone of the field', async () => {
  const { rows } = await appPool.query(
    `SELECT 1500000000000000 AS code, ARRAY[1, 2]::bigint[] AS codes, '2026-11-22'::date AS day,
            ARRAY['2026-11-22']::date[] AS days, '2026-11-22 00:00'::timestamptz AS at`,
  )
  expect(rows[0]).toEqual({
    code: 1_500_000_000_000_000,
    codes: [1, 2],
    day: '2026-11-22',
    days: ['2026-11-22'],
    at: new Date('2026-11-21T16:00:00Z'),
  })
})
