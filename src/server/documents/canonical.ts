import { createHash } from 'node:crypto'

/** JSON whose keys stand in order, so that equal contents are equal texts. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

export const sha256 = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest()
