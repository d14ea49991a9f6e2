import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import { SheetWriter, xlsxMime } from './write-sheets.ts'

/** Answers with a workbook under a Chinese name (RFC 5987). */
export const asFile = (name: string): Record<string, string> => ({
  'content-type': xlsxMime,
  'content-disposition': `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'no-store',
})

/**
 * Streams a workbook as the answer while the transaction is open: one snapshot, nothing kept in memory. A failure halfway
 * breaks the connection off: half a list must not look like a whole one.
 */
export async function sendBook(
  reply: FastifyReply,
  name: string,
  write: (book: SheetWriter) => Promise<number>,
): Promise<FastifyReply> {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  const book = new SheetWriter(out)
  const sent = finished(reply.raw).catch(() => undefined)
  reply.raw.once('close', () => out.destroy())
  void reply.headers(asFile(name)).send(out)
  try {
    await write(book)
    await book.end()
  } catch (error) {
    out.destroy(error as Error)
    if (!reply.raw.destroyed) reply.raw.destroy()
  }
  await sent
  return reply
}
