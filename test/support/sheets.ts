import exceljs from 'exceljs'
import type { Answer, Signed, TestHouse } from './house.ts'

/** A workbook opened by another program than ours. */
export async function openBook(file: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer)
  return book
}

/** The template of a kind of sheet, as the post gets it. */
export async function fetchTemplate(
  { call }: Pick<TestHouse, 'call'>,
  who: Signed,
  what: string,
): Promise<exceljs.Workbook> {
  const answer = await call(who, 'GET', `/imports/template/${what}`)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return openBook(answer.raw.rawPayload)
}

/** Fills rows into 填写 by the keys of its hidden first row. */
export async function fillIn(
  book: exceljs.Workbook,
  rows: readonly Readonly<Record<string, exceljs.CellValue>>[],
): Promise<Buffer> {
  const sheet = book.getWorksheet('填写')
  if (!sheet) throw new Error('no sheet to fill in')
  const keys = (sheet.getRow(1).values as string[]).slice(1)
  rows.forEach((row, index) => {
    for (const [key, value] of Object.entries(row)) {
      const column = keys.indexOf(key)
      if (column < 0) throw new Error(`no column ${key}`)
      sheet.getRow(index + 3).getCell(column + 1).value = value
    }
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Uploads a sheet as a browser's form does. */
export async function upload(
  { app }: Pick<TestHouse, 'app'>,
  who: Signed,
  file: Buffer,
  fields: Readonly<Record<string, string>>,
  name = '名单.xlsx',
): Promise<Answer> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new Blob([new Uint8Array(file)]), name)
  const body = new Response(form)
  const raw = await app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { ...who.headers, 'content-type': body.headers.get('content-type') ?? '' },
  })
  return { status: raw.statusCode, body: raw.json(), raw }
}
