import { Refusal } from '../../core/refusal.ts'
import { exifOf, orientationOf } from './orientation.ts'

const [end, scan, exif] = [0xd9, 0xda, 0xe1]
const exifName = Buffer.from('Exif\0\0', 'latin1')

/** Of the segments for applications, those a picture is drawn with; all others may tell who took it, with what and where. */
const drawnWith = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])

/**
 * A JPEG without EXIF, XMP, IPTC, comments and whatever hangs behind its end (a second picture, a film); how it is to be turned
 * is said anew. Refuses 'file-wrong' where its segments cannot be read.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = []
  let turned = 1
  let at = 2
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw new Refusal('file-wrong', { field: 'file' })
    if (marker === end) break
    const next = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : bytes.length + 1
    if (next > bytes.length || next < at + 4) throw new Refusal('file-wrong', { field: 'file' })
    const body = bytes.subarray(at + 4, next)
    const stop = marker === scan ? endOfScan(bytes, next) : next
    if (marker === exif && body.subarray(0, 6).equals(exifName)) turned = orientationOf(body.subarray(6))
    if (isDrawn(marker, body)) kept.push(bytes.subarray(at, stop))
    at = stop
    // Cut short by a camera or a bad line, it still shows what there is.
    if (marker === scan && stop === bytes.length) break
  }
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...orientedAs(turned), ...kept, Buffer.from([0xff, end])])
}

const isDrawn = (marker: number, body: Buffer): boolean =>
  marker < 0xe0 || (marker > 0xef && marker !== 0xfe) || isNamed(body, drawnWith.get(marker))

const isNamed = (body: Buffer, name: string | undefined): boolean =>
  name !== undefined && body.toString('latin1', 0, name.length) === name

/** Where the drawn bytes end: at the next marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const marker = bytes[at + 1]
    if (marker === undefined) break
    if (marker === 0xff) at--
    else if (marker !== 0 && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}

function orientedAs(turned: number): Buffer[] {
  if (turned === 1) return []
  const block = Buffer.concat([exifName, exifOf(turned)])
  return [Buffer.from([0xff, exif, 0, block.length + 2]), block]
}
