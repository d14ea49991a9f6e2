import { hash } from 'node:crypto'

/**
 * The id of what a row of an import makes: the same row of the same import gives the same id, so an import that was cut
 * short and runs again makes nothing twice. UUIDv8 (RFC 9562 5.8) over SHA-256.
 */
export function rowId(importId: string, row: number, part: string): string {
  const hex = hash('sha256', `${importId}|${row}|${part}`, 'hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
