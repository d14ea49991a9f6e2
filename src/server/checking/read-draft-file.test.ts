import { expect, test } from 'vitest'
import { zipArchive } from '../documents/docx/zip-archive.ts'
import { longestDraft, readDraftFile } from './read-draft-file.ts'

const word = (body: string) => zipArchive([['word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`]])
const read = (name: string, bytes: Buffer) =>
  readDraftFile(name, bytes).catch((error: { code?: string }) => `refused: ${error.code}`)

test('a Word file gives its paragraphs, without what was deleted or said twice', async () => {
  const bytes = word(
    '<w:p><w:r><w:t>举办讲座</w:t></w:r><w:r><w:t>3场</w:t></w:r></w:p><w:p><w:del><w:delText>旧</w:delText></w:del><w:r><w:t>第二段&amp;</w:t></w:r></w:p>' +
      '<w:p><mc:AlternateContent><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent></w:p>',
  )
  expect(await read('稿.docx', bytes)).toBe('举办讲座3场\n第二段&\n框\n')
})

test('text in UTF-8 or as Chinese Windows saves it', async () => {
  expect(await read('a.txt', Buffer.from('\ufeff培训3期\r\n'))).toContain('培训3期\n')
  expect(await read('a.txt', Buffer.from([0xc5, 0xe0, 0xd1, 0xb5, 0x33, 0xc6, 0xda]))).toBe('培训3期')
  expect(await read('a.txt', Buffer.from('\ufeff培训3期', 'utf16le'))).toBe('培训3期')
})

test('what is neither, empty or too long is refused', async () => {
  expect(await read('a.pdf', Buffer.from('%PDF-1.7'))).toBe('refused: draft-wrong')
  expect(await read('a.docx', Buffer.from('not a zip'))).toBe('refused: draft-wrong')
  expect(await read('a.docx', zipArchive([['xl/workbook.xml', '<a/>']]))).toBe('refused: draft-wrong')
  expect(await read('a.docx', word('<!DOCTYPE x>'))).toBe('refused: draft-wrong')
  expect(await read('a.docx', word('<w:p/>'))).toBe('refused: draft-empty')
  expect(await read('a.docx', Buffer.concat([word('<w:p/>').subarray(0, 60), Buffer.alloc(40)]))).toBe(
    'refused: draft-wrong',
  )
  expect(await read('a.txt', Buffer.from(' \n'))).toBe('refused: draft-empty')
  expect(await read('a.txt', Buffer.from([0, 1, 2, 0]))).toBe('refused: draft-wrong')
  expect(await read('a.txt', Buffer.from('字'.repeat(longestDraft + 1)))).toBe('refused: draft-too-long')
})
