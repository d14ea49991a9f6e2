import { crc32, deflateRawSync } from 'node:zlib'

const utf8Names = 0x0800
const deflated = 8
/** 1 January 1980, the first day a zip can name: a file's own date would make two equal files differ. */
const noDay = 0x0021

/** A file as a zip keeps it: `method` 8 deflated, 0 as it is; `size` before that. */
export interface Packed {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Buffer
}

/** A zip archive of these files in this order. The same files give the same bytes. */
export const zipArchive = (files: readonly (readonly [name: string, content: string])[]): Buffer =>
  joinPacked(files.map(([name, content]) => pack(name, Buffer.from(content))))

export const pack = (name: string, plain: Buffer): Packed => ({
  name,
  method: deflated,
  crc: crc32(plain),
  size: plain.length,
  packed: deflateRawSync(plain, { level: 9 }),
})

/** The archive of files packed already. */
export function joinPacked(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, method, crc, size, packed } of files) {
    const named = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(utf8Names, 2)
    about.writeUInt16LE(method, 4)
    about.writeUInt16LE(0, 6)
    about.writeUInt16LE(noDay, 8)
    about.writeUInt32LE(crc, 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(size, 18)
    about.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([signed(0x04034b50), about, named, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signed(0x02014b50), half(20), about, where, named]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listed, signed(0x06054b50), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
