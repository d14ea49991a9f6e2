/**
 * A JPEG without its EXIF, XMP and comment segments: a photo of people must not tell where it was taken (processes 0.3).
 * Anything that does not read as a JPEG comes back as it is.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return bytes
    if (!dropped.has(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return bytes
}

/** APP1 (EXIF, XMP), APP13 (IPTC), comment. */
const dropped = new Set([0xe1, 0xed, 0xfe])

const droppedChunks = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

/** A PNG without its EXIF and text chunks. */
export function stripPng(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') return bytes
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return bytes
    if (!droppedChunks.has(bytes.subarray(at + 4, at + 8).toString('latin1'))) kept.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
