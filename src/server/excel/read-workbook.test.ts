import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { openWorkbook, type SheetRow } from './read-workbook.ts'
import { openZip } from './zip.ts'

async function readAll(file: Buffer, sheet: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of (await openWorkbook(file)).rows(sheet)) rows.push(row)
  return rows
}

async function written(fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('一'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A zip of our own making, to say in it what no honest program would. */
function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const head = (signature: number, size: number, at: { method: number; sizes: number; name: number }) => {
      const b = Buffer.alloc(size)
      b.writeUInt32LE(signature, 0)
      b.writeUInt16LE(8, at.method)
      b.writeUInt32LE(packed.length, at.sizes)
      b.writeUInt16LE(name.length, at.name)
      return b
    }
    const local = head(0x04034b50, 30, { method: 8, sizes: 18, name: 26 })
    const central = head(0x02014b50, 46, { method: 10, sizes: 20, name: 28 })
    central.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    centrals.push(central, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const bookOf = (sheet: string | Buffer, strings = '<sst/>') =>
  zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="一" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id='a' Target="/xl/s.xml"/></Relationships>`,
    'xl/sharedStrings.xml': strings,
    'xl/s.xml': sheet,
  })

test('reads what another program wrote: texts, numbers, dates, formulas, rich text, errors', async () => {
  const file = await written((sheet) => {
    sheet.getCell('A1').value = ' <甲>&"乙" '
    sheet.getCell('C1').value = 12.5
    sheet.getCell('D1').value = new Date('2026-11-22T00:00:00Z')
    sheet.getCell('E1').value = { formula: 'C1*2', result: 25 }
    sheet.getCell('F1').value = { richText: [{ text: '红' }, { font: { bold: true }, text: '柳' }] }
    sheet.getCell('G1').value = true
    sheet.getCell('H1').value = { error: '#N/A' }
    sheet.getCell('AB3').value = '第 28 列'
  })
  const [first, third] = await readAll(file, '一')
  expect(first?.cells).toEqual([
    { kind: 'text', text: ' <甲>&"乙" ' },
    undefined,
    { kind: 'number', number: 12.5 },
    { kind: 'number', number: 46348 },
    { kind: 'formula' },
    { kind: 'text', text: '红柳' },
    { kind: 'yes-no', yes: true },
    { kind: 'error' },
  ])
  expect(third).toMatchObject({ number: 3 })
  expect(third?.cells[27]).toEqual({ kind: 'text', text: '第 28 列' })
})

test('reads the ways of writing XML: prefixes, CDATA, entities, comments, missing references, phonetics left out', async () => {
  const file = bookOf(
    `<?xml version="1.0"?><x:worksheet><!-- <row> --><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c>
     <x:c t='s'><x:v>0</x:v></x:c><x:c t="str"><x:v>&#x4E00;_x000A_</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    '<sst><si><t>旗</t><rPh sb="0" eb="1"><t>qi</t></rPh></si></sst>',
  )
  expect((await readAll(file, '一'))[0]?.cells).toEqual([
    { kind: 'text', text: 'a<b' },
    { kind: 'text', text: '旗' },
    { kind: 'text', text: '一\n' },
    { kind: 'number', number: 3 },
  ])
})

test('a bomb, a declaration, a cut or foreign file ends in a refusal, not in memory or a crash', async () => {
  const refused = { code: 'file-wrong' }
  const bomb = bookOf(Buffer.alloc(64 * 1024 * 1024, ' '))
  expect(bomb.length).toBeLessThan(100 * 1024)
  await expect(readAll(bomb, '一')).rejects.toMatchObject(refused)
  const small = openZip(zipOf({ a: Buffer.alloc(600_000), b: Buffer.alloc(600_000) }), 1_000_000)
  await expect(Promise.all([...small.values()].map((entry) => buffer(entry.read())))).rejects.toMatchObject(refused)
  await expect(readAll(bookOf('<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet/>'), '一')).rejects.toMatchObject(refused)
  await expect(openWorkbook(Buffer.from('PK no'))).rejects.toMatchObject(refused)
  await expect(openWorkbook(zipOf({ 'a.txt': 'b' }))).rejects.toMatchObject(refused)
  const whole = await written((sheet) => {
    sheet.getCell('A1').value = 'x'
  })
  for (let at = 0; at < whole.length; at += 97) {
    const broken = Buffer.from(whole)
    broken[at] = (broken[at] ?? 0) ^ 0xff
    await readAll(broken, '一').catch((error: unknown) =>
      expect((error as { code?: string }).code).toMatch(/^(file|sheet)-wrong$/),
    )
  }
})
