import { type Day, isDay } from '../../core/day.ts'
import { Refusal } from '../../core/refusal.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a page ended: the day and id of its last row, opaque to the client. */
export const cursorOf = (on: Day, id: string): string => Buffer.from(`${on} ${id}`).toString('base64url')

/** 'cursor-invalid' for anything cursorOf did not make. */
export function readCursor(cursor: string): readonly [Day, string] {
  const [on = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  if (!isDay(on) || !uuid.test(id)) throw new Refusal('cursor-invalid', { field: 'cursor' })
  return [on, id]
}
