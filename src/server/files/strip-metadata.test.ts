import { inflateSync } from 'node:zlib'
import { Workbook } from 'exceljs'
import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, it } from 'vitest'
import {
  jpeg,
  png,
  toldDocx,
  toldHeic,
  toldJpeg,
  toldMp4,
  toldPdf,
  toldPng,
  toldXlsx,
} from '../../../test/support/told-files.ts'
import { openZip } from '../excel/zip.ts'
import { exifOf, orientationOf } from './orientation.ts'
import { withoutTraces } from './strip-metadata.ts'

const author = 'MadeUpAuthor'
const refused = expect.objectContaining({ code: 'file-wrong' })

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  for (const entry of openZip(bytes, 10_000_000).values()) {
    const pieces: Buffer[] = []
    for await (const piece of entry.read()) pieces.push(piece)
    parts.set(entry.name, Buffer.concat(pieces))
  }
  return parts
}

describe('pictures, wherever they are handed in', () => {
  it('a JPEG keeps its picture and how it is turned, and nothing else', async () => {
    const stripped = await withoutTraces('jpg', toldJpeg(author))
    const turned = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 34]), Buffer.from('Exif\0\0'), exifOf(6)])
    expect(stripped).toEqual(Buffer.concat([jpeg.subarray(0, 2), turned, jpeg.subarray(2)]))
    expect(orientationOf(exifOf(6))).toBe(6)
    expect(await withoutTraces('jpg', jpeg)).toEqual(jpeg)
  })

  it('a JPEG cut short in the picture still shows; one cut in its tables is refused', async () => {
    const cut = jpeg.subarray(0, -4)
    expect(await withoutTraces('jpg', cut)).toEqual(Buffer.concat([cut, Buffer.from([0xff, 0xd9])]))
    for (const length of [3, 10, 200])
      await expect(withoutTraces('jpg', jpeg.subarray(0, length))).rejects.toEqual(refused)
  })

  it('a PNG keeps its picture and how it is turned', async () => {
    const stripped = await withoutTraces('png', toldPng(author))
    expect(stripped.includes(author)).toBe(false)
    const [head, rest] = [png.subarray(0, 33), png.subarray(33)]
    expect(stripped.subarray(0, 33)).toEqual(head)
    expect(stripped.subarray(-rest.length)).toEqual(rest)
    const note = stripped.subarray(33, -rest.length)
    expect(note.subarray(4, 8).toString()).toBe('eXIf')
    expect(orientationOf(note.subarray(8, -4))).toBe(6)
    expect(await withoutTraces('png', png)).toEqual(png)
    await expect(withoutTraces('png', png.subarray(0, -6))).rejects.toEqual(refused)
  })

  it('a HEIC and a film keep every byte of theirs in its place', async () => {
    for (const [type, told, shown] of [
      ['heic', toldHeic(author), 'the picture itself'],
      ['mp4', toldMp4(author), 'the film itself'],
    ] as const) {
      expect((await fileTypeFromBuffer(told))?.ext).toBe(type)
      expect(told.includes(author)).toBe(true)
      const stripped = await withoutTraces(type, told)
      expect(stripped.includes(author)).toBe(false)
      expect(stripped.length).toBe(told.length)
      expect(stripped.indexOf(shown)).toBe(told.indexOf(shown))
      expect((await fileTypeFromBuffer(stripped))?.ext).toBe(type)
    }
    await expect(withoutTraces('heic', toldHeic(author).subarray(0, 60))).rejects.toEqual(refused)
  })
})

describe('papers for blind judges', () => {
  it('a Word file keeps its text; properties, comments and changes are nobody’s', async () => {
    const told = toldDocx(author)
    expect((await fileTypeFromBuffer(told))?.ext).toBe('docx')
    const parts = await partsOf(await withoutTraces('docx', told, true))
    expect([...parts.keys()]).toEqual([...(await partsOf(told)).keys()])
    expect([...parts].filter(([, part]) => part.includes(author)).map(([name]) => name)).toEqual([])
    expect(parts.get('word/document.xml')?.toString()).toContain('<w:ins w:id="1" w:author="-"><w:r><w:t>正文</w:t>')
  })

  it('a workbook opens as before, its pictures without their place too', async () => {
    const told = await toldXlsx(author)
    expect((await partsOf(told)).get('xl/media/image1.jpeg')?.includes(author)).toBe(true)
    const stripped = await withoutTraces('xlsx', told, true)
    for (const [name, part] of await partsOf(stripped)) expect(part.includes(author), name).toBe(false)
    const book = new Workbook()
    await book.xlsx.load(stripped as never)
    expect(book.getWorksheet('表')?.getCell('A1').value).toBe('正文')
    expect(book.creator ?? '').toBe('')
  })

  it('a PDF keeps its length and its outline', async () => {
    const told = toldPdf(author)
    const stripped = await withoutTraces('pdf', told, true)
    const text = stripped.toString('latin1')
    expect(text).not.toContain(author)
    expect(text).not.toContain(Buffer.from(author).toString('hex'))
    expect(text).not.toMatch(/\/Info/)
    expect(text).toContain('/Title (Chapter one)')
    expect(text.length).toBe(told.length)
    expect(text.slice(text.indexOf('xref'), text.indexOf('trailer'))).toBe(
      told.toString('latin1').slice(text.indexOf('xref'), text.indexOf('trailer')),
    )
    const packed = text.indexOf('stream\n', text.indexOf('/FlateDecode')) + 7
    expect(inflateSync(stripped.subarray(packed, text.indexOf('endstream', packed))).length).toBe(0)
  })

  it('a PDF whose Info breaks off is taken as it is read', async () => {
    const broken = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Author <41 endobj\n/Info 1 0 R\n<x:xmpmeta', 'latin1')
    expect((await withoutTraces('pdf', broken, true)).length).toBe(broken.length)
  })

  it('elsewhere a paper stays as it was signed', async () => {
    for (const [type, told] of [
      ['docx', toldDocx(author)],
      ['pdf', toldPdf(author)],
    ] as const)
      expect(await withoutTraces(type, told)).toBe(told)
  })
})
