import { type Box, boxesIn } from './boxes.ts'

/** Boxes whose boxes are looked through, and those that say where, when with what and by whom it was taken. */
const holders = new Set(['moov', 'trak', 'mdia'])
const telling = new Set(['udta', 'meta', 'uuid'])

/** A film whose notes (place, device, author) are made empty room of the same length, so that no sound or picture moves. */
export function stripMp4(bytes: Buffer): Buffer {
  const silent = Buffer.from(bytes)
  const quiet = ({ type, start, body, end }: Box) => {
    if (holders.has(type)) boxesIn(bytes, body, end).forEach(quiet)
    if (!telling.has(type)) return
    silent.write('free', start + 4, 'latin1')
    silent.fill(0, body, end)
  }
  boxesIn(bytes).forEach(quiet)
  return silent
}
