import { Refusal } from '../../core/refusal.ts'

/** A box of an ISO media file (HEIC, MP4): `start` of its header, of its body, and where it ends. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly body: number
  readonly end: number
}

/** The boxes between two places of a file, in order. Refuses 'file-wrong' where one leaves its parent. */
export function boxesIn(bytes: Buffer, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const said = bytes.readUInt32BE(at)
    const long = said === 1 && at + 16 <= to
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : said === 0 ? to - at : said
    const end = at + size
    if (size < (long ? 16 : 8) || end > to) throw new Refusal('file-wrong', { field: 'file' })
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, body: at + (long ? 16 : 8), end })
    at = end
  }
  return boxes
}
