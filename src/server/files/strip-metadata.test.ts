import { describe, expect, it } from 'vitest'
import { stripJpeg, stripPng } from './strip-metadata.ts'

const segment = (marker: number, text: string) => {
  const body = Buffer.from(text)
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}
const chunk = (type: string, text: string) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, Buffer.from(type), Buffer.from(text), Buffer.alloc(4)])
}

describe('metadata of photos', () => {
  it('leaves a JPEG without EXIF and comment, the picture untouched', () => {
    const picture = Buffer.concat([
      segment(0xe0, 'JFIF'),
      segment(0xdb, 'table'),
      Buffer.from([0xff, 0xda, 1, 2, 3, 0xff, 0xd9]),
    ])
    const start = Buffer.from([0xff, 0xd8])
    const withGps = Buffer.concat([start, segment(0xe1, 'Exif GPS'), segment(0xfe, 'comment'), picture])
    expect(stripJpeg(withGps).equals(Buffer.concat([start, picture]))).toBe(true)
  })

  it('leaves a PNG without text', () => {
    const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
    const stripped = stripPng(
      Buffer.concat([start, chunk('IHDR', 'x'), chunk('tEXt', 'where'), chunk('IDAT', 'y'), chunk('IEND', '')]),
    )
    expect(stripped.equals(Buffer.concat([start, chunk('IHDR', 'x'), chunk('IDAT', 'y'), chunk('IEND', '')]))).toBe(
      true,
    )
  })

  it('gives back what it cannot read', () => {
    for (const bytes of [Buffer.from('no picture'), Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff])])
      expect(stripJpeg(bytes).equals(bytes)).toBe(true)
  })
})
