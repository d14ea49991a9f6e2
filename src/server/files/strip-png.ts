import { crc32 } from 'node:zlib'
import { Refusal } from '../../core/refusal.ts'
import { exifOf, orientationOf } from './orientation.ts'

/** Beside the chunks no picture is without (their names begin with a capital), those it is drawn with. */
const drawnWith = /^(?:[A-Z]|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|hIST|sPLT|cICP|mDCV|cLLI)/

/**
 * A PNG without its EXIF, text and time chunks and whatever hangs behind its end; how it is to be turned is said anew. Refuses
 * 'file-wrong' where its chunks cannot be read.
 */
export function stripPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    const turned = type === 'eXIf' ? orientationOf(bytes.subarray(at + 8, end - 4)) : 1
    if (turned !== 1) kept.push(chunk('eXIf', exifOf(turned)))
    if (drawnWith.test(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  throw new Refusal('file-wrong', { field: 'file' })
}

function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(content.length + 8)
  framed.writeUInt32BE(body.length, 0)
  content.copy(framed, 4)
  framed.writeUInt32BE(crc32(content), content.length + 4)
  return framed
}
