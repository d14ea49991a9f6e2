import { expect, test } from 'vitest'
import { linesOf, partsOf } from '../../../../test/support/docx.ts'
import type { Block } from '../../../core/document.ts'
import { renderDocx } from './render-docx.ts'

const blocks: readonly Block[] = [
  { block: 'heading', text: '证明' },
  { block: 'rows', rows: [['编号', 'A-1']] },
  { block: 'paragraph', text: '头一行\n第二行', indent: true },
  { block: 'heading', text: '清单' },
  { block: 'table', head: ['序号', '名称'], rows: [['1', '照片'], ['2']] },
  { block: 'numbered', items: ['甲', '乙'] },
  { block: 'signatures', lines: ['经办人'] },
  { block: 'seal', org: '东旗妇联', on: '2026-03-02' },
]

test('what the blocks say stands on the page, in their order', async () => {
  expect(await linesOf(renderDocx(blocks))).toEqual([
    '证明',
    '编号',
    'A-1',
    '头一行',
    '第二行',
    '清单',
    '序号',
    '名称',
    '1',
    '照片',
    '2',
    '1．甲',
    '2．乙',
    '经办人：＿＿＿＿＿＿＿＿　　　　年　　月　　日',
    '东旗妇联',
    '2026年3月2日',
  ])
})

test('the same blocks give the same bytes, other blocks do not', () => {
  expect(renderDocx(blocks).equals(renderDocx(structuredClone(blocks) as Block[]))).toBe(true)
  expect(renderDocx(blocks).equals(renderDocx(blocks.slice(1)))).toBe(false)
})

test('the layout is the official one: margins, lines, fonts by name, page number between dashes', async () => {
  const parts = await partsOf(renderDocx(blocks))
  // 37, 26, 35 and 28 mm in twentieths of a point.
  expect(parts['word/document.xml']).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
  expect(parts['word/styles.xml']).toMatch(
    /仿宋_GB2312.*w:sz w:val="32".*w:line="560" w:lineRule="exact".*方正小标宋简体.*w:sz w:val="44"/,
  )
  expect(parts['word/footer1.xml']).toMatch(/— .* PAGE .* —/)
})

test('the file says nothing of who made it, when, or on what', async () => {
  const bytes = renderDocx(blocks)
  const parts = await partsOf(bytes)
  expect(Object.keys(parts).filter((name) => name.startsWith('docProps') || name.endsWith('.jpeg'))).toEqual([])
  expect(Object.values(parts).join('')).not.toMatch(/creator|lastModifiedBy|rsid|created/)
  // Every entry bears the first day a zip knows.
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 1))
    expect(bytes.readUInt32LE(at + 10)).toBe(0x00210000)
})

test('whatever was typed comes out as text: marks, controls, half a character, emoji', async () => {
  const typed = 'a<b>&"\'</w:t>\u0000\u0008\ud800😀𠮷\ufffe]]>'
  const lines = await linesOf(renderDocx([{ block: 'paragraph', text: typed }]))
  expect(lines).toEqual(['a<b>&"\'</w:t>😀𠮷]]>'])
})

test('no rows and no columns make no empty table, which Word would refuse', async () => {
  const parts = await partsOf(
    renderDocx([
      { block: 'rows', rows: [] },
      { block: 'table', head: [], rows: [] },
    ]),
  )
  expect(parts['word/document.xml']).not.toContain('<w:tbl>')
  expect(parts['word/document.xml']).toContain('<w:sectPr>')
})
