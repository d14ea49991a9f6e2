import { createHash } from 'node:crypto'
import { canonical } from '../documents/canonical.ts'

/** Over what a version says; the release of its numbers holds this sum in its note, so that one seal covers both. */
export const checksumOf = (title: string, document: unknown): string =>
  createHash('sha256').update(canonical({ title, document })).digest('hex')

export const noteOf = (title: string, sha256: string): string => `综述《${title}》的数字。正文校验值 SHA-256：${sha256}`
