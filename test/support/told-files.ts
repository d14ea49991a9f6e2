import { deflateSync } from 'node:zlib'
import { Workbook } from 'exceljs'
import { zipArchive } from '../../src/server/documents/docx/zip-archive.ts'

/** Real small files that name whoever made them in every way their kind can. */

/** One grey dot, as a camera writes it. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAABAAEDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3+iiigD//2Q==',
  'base64',
)
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** An EXIF block, little-endian: turned by a quarter, and the author with her place behind it. */
export function exif(word: string): Buffer {
  const said = Buffer.from(`${word}\0`)
  const head = Buffer.alloc(8 + 2 + 24 + 4)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(2, 8)
  head.writeUInt16LE(0x0112, 10)
  head.writeUInt16LE(3, 12)
  head.writeUInt32LE(1, 14)
  head.writeUInt16LE(6, 18)
  head.writeUInt16LE(0x013b, 22)
  head.writeUInt16LE(2, 24)
  head.writeUInt32LE(said.length, 26)
  head.writeUInt32LE(head.length, 30)
  return Buffer.concat([head, said])
}

const segment = (marker: number, ...parts: (string | Buffer)[]) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}

/** A JPEG with EXIF, XMP, IPTC, a maker's note, a comment, and a second picture behind its end. */
export function toldJpeg(word: string, picture = jpeg): Buffer {
  const xmp = segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', word)
  const notes = [xmp, segment(0xed, 'Photoshop 3.0\0', word), segment(0xe2, 'MPF\0', word), segment(0xfe, word)]
  const first = segment(0xe1, 'Exif\0\0', exif(word))
  return Buffer.concat([picture.subarray(0, 2), first, ...notes, picture.subarray(2), picture, Buffer.from(word)])
}

const chunk = (type: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)])
}

/** A PNG with EXIF, words, a time, and something behind its end. */
export function toldPng(word: string): Buffer {
  const notes = [
    chunk('eXIf', exif(word)),
    chunk('tEXt', Buffer.from(`Author\0${word}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${word}`)),
    chunk('tIME', Buffer.alloc(7)),
  ]
  return Buffer.concat([png.subarray(0, 33), ...notes, png.subarray(33), Buffer.from(word)])
}

const box = (type: string, ...parts: Buffer[]) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0))
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...parts])
}
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** A HEIC of three items: the picture, its EXIF, its XMP. */
export function toldHeic(word: string, picture = Buffer.from('the picture itself')): Buffer {
  const items = [
    ['hvc1', picture],
    ['Exif', Buffer.concat([Buffer.alloc(4), exif(word)])],
    ['mime', Buffer.from(`<x:xmpmeta>${word}</x:xmpmeta>`)],
  ] as const
  const entry = (type: string, n: number) => box('infe', hex(`02000000 000${n} 0000`), Buffer.from(`${type}\0`))
  const start = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))
  const build = (from: number) => {
    let at = from
    const places = items.map(([, body], n) => {
      const place = Buffer.alloc(14)
      place.writeUInt16BE(n + 1, 0)
      place.writeUInt16BE(1, 4)
      place.writeUInt32BE(at, 6)
      place.writeUInt32BE(body.length, 10)
      at += body.length
      return place
    })
    const named = items.map(([type], n) => entry(type, n + 1))
    return box(
      'meta',
      hex('00000000'),
      box('iinf', hex('00000000 0003'), ...named),
      box('iloc', hex('00000000 4400 0003'), ...places),
    )
  }
  const from = start.length + build(0).length + 8
  return Buffer.concat([start, build(from), box('mdat', ...items.map(([, body]) => body))])
}

/** A film that says in its notes where it was taken. */
export const toldMp4 = (word: string, film = Buffer.from('the film itself')): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('trak', box('udta', box('name', Buffer.from(word)))),
      box('udta', box('©xyz', Buffer.from(word))),
    ),
    box('mdat', film),
  ])

/** A PDF whose Info, XMP packets (one as it is, one packed) and photo name the author. */
export function toldPdf(word: string): Buffer {
  const packed = deflateSync(Buffer.from(word))
  const photo = toldJpeg(word)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R/Outlines 8 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</I 7 0 R>>>>>>',
    `<</Author (${word} \\(or\\) (${word}))/Creator <${Buffer.from(word).toString('hex')}>/CreationDate (D:20260101)>>`,
    `<</Type/Metadata/Subtype/XML/Length ${word.length}>>\nstream\n${word}\nendstream`,
    `<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed.toString('latin1')}\nendstream`,
    `<</Subtype/Image/Width 1/Height 1/Filter/DCTDecode/Length ${photo.length}>>\nstream\n${photo.toString('latin1')}\nendstream`,
    '<</Type/Outlines/Title (Chapter one)>>',
  ]
  let text = '%PDF-1.7\n'
  const at = objects.map((object, n) => {
    const start = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = at.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 9\n0000000000 65535 f \n${table}trailer\n<</Size 9/Root 1 0 R/Info 4 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A workbook as Excel writes it, its author in its properties and on a comment. */
export async function toldXlsx(word: string): Promise<Buffer> {
  const book = new Workbook()
  Object.assign(book, { creator: word, lastModifiedBy: word, company: word, manager: word })
  const sheet = book.addWorksheet('表')
  sheet.getCell('A1').value = '正文'
  sheet.addImage(book.addImage({ buffer: toldJpeg(word) as never, extension: 'jpeg' }), 'B2:C3')
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A Word file with properties, a comment, a tracked change, and the person behind them. */
export function toldDocx(word: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const of = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  return zipArchive([
    [
      '[Content_Types].xml',
      `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${of}.document.main+xml"/></Types>`,
    ],
    ['docProps/core.xml', `<cp:coreProperties xmlns:cp="c"><creator>${word}</creator></cp:coreProperties>`],
    ['docProps/app.xml', `<Properties><Company>${word}</Company></Properties>`],
    ['docProps/custom.xml', `<Properties><property name="单位">${word}</property></Properties>`],
    [
      'word/document.xml',
      `<w:document xmlns:w="${main}"><w:body><w:p><w:ins w:id="1" w:author="${word}"><w:r><w:t>正文</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ],
    [
      'word/comments.xml',
      `<w:comments xmlns:w="${main}"><w:comment w:id="0" w:author="${word}" w:initials='${word}'/></w:comments>`,
    ],
    [
      'word/people.xml',
      `<w15:people><w15:person w15:author="${word}"><w15:presenceInfo w15:userId="${word}"/></w15:person></w15:people>`,
    ],
  ])
}
