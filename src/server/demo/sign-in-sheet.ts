import { crc32, deflateSync } from 'node:zlib'

/** Where the made picture of a sign-in sheet lies in the file store. */
export const sheetKey = 'demo/sign-in-sheet.png'

const width = 360
const height = 480

/** A ruled sheet with strokes where names would be, and no name on it. Grey, eight bits. */
function pixels(): Buffer {
  const rows: Buffer[] = []
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(width + 1, 255)
    row[0] = 0
    const inside = y >= 60 && y <= 450
    for (let x = 20; x < width - 20; x++) {
      const ruled = inside && ((y - 60) % 30 === 0 || [20, 70, 210, width - 21].includes(x))
      const heading = y >= 22 && y <= 34 && x > 120 && x < 240
      const line = Math.floor((y - 60) / 30)
      const written =
        inside &&
        (y - 60) % 30 > 10 &&
        (y - 60) % 30 < 20 &&
        x > 85 &&
        x < 120 + ((line * 37) % 80) &&
        (x * 7 + y * 5 + line) % 9 < 4
      if (ruled) row[x + 1] = 150
      if (heading || written) row[x + 1] = 90
    }
    rows.push(row)
  }
  return Buffer.concat(rows)
}

function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(content.length + 8)
  framed.writeUInt32BE(body.length, 0)
  content.copy(framed, 4)
  framed.writeUInt32BE(crc32(content), content.length + 4)
  return framed
}

function png(): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels())),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const sheetImage: Buffer = png()
