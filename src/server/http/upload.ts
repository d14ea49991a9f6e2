import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../core/refusal.ts'

/** A file that came as multipart, whole in memory (at most 20 MB), with the text fields beside it. */
export interface Upload {
  readonly name: string
  readonly bytes: Buffer
  readonly fields: Readonly<Record<string, string>>
}

/** Reads the one file of a request. Done before a transaction begins: a slow phone must not hold a connection. Refuses 'file-wrong'. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const fields: Record<string, string> = {}
  let file: { name: string; bytes: Buffer } | undefined
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename ?? '', bytes: await part.toBuffer() }
      else fields[part.fieldname] = String(part.value)
    }
  } catch (error) {
    // The parser's own refusals carry a status (too large, not multipart); a form cut short does not.
    if (error instanceof Error && 'statusCode' in error) throw error
    throw new Refusal('file-wrong', { field: 'file' })
  }
  if (!file || file.bytes.length === 0) throw new Refusal('file-wrong', { field: 'file' })
  return { ...file, fields }
}
