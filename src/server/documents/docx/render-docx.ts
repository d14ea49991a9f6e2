import { formatDay } from '../../../core/day.ts'
import type { Block } from '../../../core/document.ts'
import { type ChartBlock, chartFrame, chartPart } from './chart.ts'
import {
  chartPath,
  contentTypes,
  documentPart,
  documentRelations,
  evenFooter,
  line,
  oddFooter,
  packageRelations,
  settings,
  styles,
} from './page-parts.ts'
import { drawRows, drawTable } from './tables.ts'
import { paragraph, run } from './xml-text.ts'
import { zipArchive } from './zip-archive.ts'

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
const blankName = '＿＿＿＿＿＿＿＿'
const blankDay = '　　　　年　　月　　日'

/**
 * Pages as a Word file (OOXML), in the official layout. Pure: the same blocks give the same bytes, and the file holds nothing
 * else, neither who made it nor when.
 */
export function renderDocx(blocks: readonly Block[]): Buffer {
  const title = blocks.findIndex(({ block }) => block === 'heading')
  const charts = blocks.filter((block) => block.block === 'chart' && block.bars.length > 0) as ChartBlock[]
  const body = blocks
    .map((block, i) => (block.block === 'chart' ? chartFrame(block, charts.indexOf(block)) : draw(block, i === title)))
    .join('')
  return zipArchive([
    ['[Content_Types].xml', contentTypes(charts.length)],
    ['_rels/.rels', packageRelations],
    ['word/document.xml', documentPart(body)],
    ['word/_rels/document.xml.rels', documentRelations(charts.length)],
    ...charts.map((chart, i) => [chartPath(i), chartPart(chart)] as const),
    ['word/styles.xml', styles],
    ['word/settings.xml', settings],
    ['word/footer1.xml', oddFooter],
    ['word/footer2.xml', evenFooter],
  ])
}

function draw(block: Exclude<Block, ChartBlock>, isTitle: boolean): string {
  switch (block.block) {
    case 'heading':
      return paragraph(`<w:pStyle w:val="${isTitle ? 'Title' : 'Heading1'}"/>`, run(block.text))
    case 'subheading':
      return paragraph('<w:pStyle w:val="Heading2"/>', run(block.text))
    case 'marked':
      return paragraph(
        indented,
        block.pieces.map(({ text, mark }) => run(text) + (mark ? run(mark, { raised: true, size: 21 }) : '')).join(''),
      )
    case 'paragraph':
      return paragraphs(block.text, block.indent === true)
    case 'rows':
      return drawRows(block.rows)
    case 'table':
      return drawTable(block.head, block.rows)
    case 'numbered':
      return block.items.map((item, i) => paragraphs(`${i + 1}．${item}`, true)).join('')
    case 'signatures':
      return block.lines.map((who) => paragraph(signatureLine, run(`${who}：${blankName}${blankDay}`))).join('')
    case 'seal':
      return sealOf(block.org, formatDay(block.on, 'zh'))
  }
}

/** Each line of a text is a paragraph of its own, as a typist would set it. */
const paragraphs = (text: string, indent: boolean): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((one) => paragraph(indent ? indented : '', run(one)))
    .join('')

const signatureLine = `<w:keepLines/><w:spacing w:before="${line / 2}"/><w:jc w:val="left"/>`

/** 落款: the seal goes over name and day, so there is room above it and it never stands alone on a page. */
const sealOf = (org: string, on: string): string =>
  paragraph(
    `<w:keepNext/><w:keepLines/><w:spacing w:before="${line * 2}"/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
    run(org),
  ) + paragraph('<w:keepLines/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>', run(on))
