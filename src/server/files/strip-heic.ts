import { Refusal } from '../../core/refusal.ts'
import { type Box, boxesIn } from './boxes.ts'
import { exifOf } from './orientation.ts'

/**
 * A HEIC photo whose EXIF and XMP say nothing any more, every other byte where it was; how it is to be turned stands apart from
 * them. Refuses 'file-wrong' where it cannot be read.
 */
export function stripHeic(bytes: Buffer): Buffer {
  const meta = boxesIn(bytes).find(({ type }) => type === 'meta')
  if (!meta) throw new Refusal('file-wrong', { field: 'file' })
  const parts = boxesIn(bytes, meta.body + 4, meta.end)
  const [items, places] = ['iinf', 'iloc'].map((name) => parts.find(({ type }) => type === name))
  if (!items || !places) return bytes
  const silent = Buffer.from(bytes)
  try {
    const kinds = kindsOf(bytes, items)
    const held = parts.find(({ type }) => type === 'idat')
    for (const { item, inside, start, length } of placesOf(bytes, places)) {
      const kind = kinds.get(item)
      if (kind !== 'Exif' && kind !== 'mime') continue
      const from = (inside ? (held?.body ?? bytes.length) : 0) + start
      const to = length === 0 ? bytes.length : from + length
      if (to > bytes.length) throw new Refusal('file-wrong', { field: 'file' })
      silent.fill(kind === 'mime' ? ' ' : 0, from, to)
      const exif = exifOf(1)
      if (kind === 'Exif' && to - from >= 4 + exif.length) exif.copy(silent, from + 4)
    }
  } catch (error) {
    throw error instanceof RangeError ? new Refusal('file-wrong', { field: 'file' }) : error
  }
  return silent
}

/** What kind each item is: Exif, mime (XMP), hvc1 … */
function kindsOf(bytes: Buffer, { body, end }: Box): Map<number, string> {
  const first = body + 4 + (bytes[body] === 0 ? 2 : 4)
  return new Map(
    boxesIn(bytes, first, end).map((entry) => {
      const wide = bytes[entry.body] === 3
      const id = wide ? bytes.readUInt32BE(entry.body + 4) : bytes.readUInt16BE(entry.body + 4)
      const at = entry.body + (wide ? 10 : 8)
      return [id, bytes.toString('latin1', at, at + 4)]
    }),
  )
}

interface Place {
  readonly item: number
  readonly inside: boolean
  readonly start: number
  readonly length: number
}

/** Where the bytes of each item lie (ISO/IEC 14496-12, 8.11.3); `inside`: counted from the box beside, not from the file's begin. */
function placesOf(bytes: Buffer, { body }: Box): Place[] {
  const version = bytes.readUInt8(body)
  let at = body + 4
  const take = (size: number) => {
    const value = size === 0 ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size)
    at += size
    return value
  }
  const sizes = take(2)
  const [offset, length, base, index] = [12, 8, 4, 0].map((shift) => (sizes >> shift) & 15) as [
    number,
    number,
    number,
    number,
  ]
  const places: Place[] = []
  const count = take(version < 2 ? 2 : 4)
  for (let n = 0; n < count; n++) {
    const item = take(version < 2 ? 2 : 4)
    const inside = version > 0 && (take(2) & 15) === 1
    take(2)
    const from = take(base)
    const extents = take(2)
    for (let part = 0; part < extents; part++) {
      if (version > 0) take(index)
      const start = from + take(offset)
      places.push({ item, inside, start, length: take(length) })
    }
  }
  return places
}
