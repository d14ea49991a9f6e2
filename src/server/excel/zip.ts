import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '../../core/refusal.ts'

/**
 * One file inside a zip archive, as it is packed (0: not at all, 8: deflated); `read` inflates it piece by piece and stops at the
 * archive's limit.
 */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  packed(): Buffer
  read(): AsyncIterable<Buffer>
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50

/**
 * Opens a zip archive held in memory. Nothing is believed: sizes in the directory are ignored, and every byte inflated is
 * counted against `maxBytes` (all entries together), so that a zip bomb ends in 'file-wrong'. No zip64: 20 MB need none.
 */
export function openZip(archive: Buffer, maxBytes: number): Map<string, ZipEntry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== endSignature)
    throw new Refusal('file-wrong')
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  const budget = { left: maxBytes }
  const entries = new Map<string, ZipEntry>()
  if (count > 2000) throw new Refusal('file-wrong')
  for (let index = 0; index < count; index++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== centralSignature) throw new Refusal('file-wrong')
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const [method, size, local] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ]
    const encrypted = (archive.readUInt16LE(at + 8) & 1) === 1
    if (encrypted) throw new Refusal('file-wrong')
    entries.set(name, {
      name,
      method,
      crc: archive.readUInt32LE(at + 16),
      size: archive.readUInt32LE(at + 24),
      packed: () => packedAt(archive, local, size),
      read: () => inflate(packedAt(archive, local, size), method, budget),
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function packedAt(archive: Buffer, local: number, size: number): Buffer {
  if (local + 30 > archive.length) throw new Refusal('file-wrong')
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  return archive.subarray(start, start + size)
}

async function* inflate(packed: Buffer, method: number, budget: { left: number }): AsyncIterable<Buffer> {
  const spend = (bytes: number) => {
    budget.left -= bytes
    if (budget.left < 0) throw new Refusal('file-wrong')
  }
  if (method === 0) {
    spend(packed.length)
    yield packed
    return
  }
  if (method !== 8) throw new Refusal('file-wrong')
  const stream = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  try {
    for await (const chunk of stream) {
      spend((chunk as Buffer).length)
      yield chunk as Buffer
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file-wrong')
  } finally {
    stream.destroy()
  }
}
