import type { z } from 'zod'
import { Refusal } from '../../core/refusal.ts'

/** Where the next page of a keyset list begins: the sort values of the last row, opaque to the client. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads a cursor back by the list's own shape; undefined for the first page. Refuses `cursor-invalid`. */
export function readCursor<T>(shape: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal('cursor-invalid')
  }
}
