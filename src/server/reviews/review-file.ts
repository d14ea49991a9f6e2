import type { ReleasedFigure } from '../../core/api/releases.ts'
import type { DrawnReview, ReviewPiece } from '../../core/api/reviews.ts'
import { formatDay, todayInShanghai } from '../../core/day.ts'
import type { Block } from '../../core/document.ts'
import { renderDocx } from '../documents/docx/render-docx.ts'
import { valueText, whenText } from '../releases/release-words.ts'
import type { StoredReview } from './review-rows.ts'

/** In Windows no file is called by these. */
export const reviewFileName = ({
  title,
  version,
  number,
}: Pick<StoredReview, 'title' | 'version' | 'number'>): string =>
  `${title.replace(/[\\/:*?"<>|\s]+/gu, '_')}${number ? ` ${number}` : `（第${version}版 未批准）`}.docx`

/**
 * A review as a Word file in the official layout (党政机关公文格式 GB/T 9704), with every number of it in an appendix: measure,
 * organisation, days, moment, grade of evidence and trace code, by the small number that stands at it. Pure.
 */
export function reviewFile(
  { title, number, sha256, org_name }: Pick<StoredReview, 'title' | 'number' | 'sha256' | 'org_name'>,
  drawn: DrawnReview,
): Buffer {
  const blocks = drawn.blocks.flatMap(blocksOf)
  const titled = drawn.blocks.some(({ block }) => block === 'title')
  const asOf = todayInShanghai(new Date(drawn.asOf))
  return renderDocx([
    ...(titled ? [] : [{ block: 'heading', text: title } as const]),
    ...(number ? [] : [{ block: 'paragraph', text: '（草稿：数字尚未批准，请勿引用）' } as const]),
    ...blocks,
    { block: 'seal', org: org_name, on: asOf },
    ...appendix(drawn, asOf, number, sha256),
  ])
}

const marked = (pieces: readonly ReviewPiece[]) =>
  pieces.map(({ text, figure }) => (figure === undefined ? { text } : { text, mark: String(figure) }))
const plain = (pieces: readonly ReviewPiece[]) => pieces.map(({ text }) => text).join('')

function blocksOf(block: DrawnReview['blocks'][number]): Block[] {
  switch (block.block) {
    case 'title':
      return [{ block: 'heading', text: block.text }]
    case 'heading':
      return [{ block: block.level === 1 ? 'heading' : 'subheading', text: block.text }]
    case 'paragraph':
      return [{ block: 'marked', pieces: marked(block.pieces) }]
    case 'item':
      return [{ block: 'marked', pieces: [{ text: '——' }, ...marked(block.pieces)] }]
    case 'table':
      return [{ block: 'table', head: block.head, rows: block.rows.map((row) => row.map(plain)) }]
    case 'chart':
      return [{ block: 'chart', title: block.caption, unit: block.unit, bars: block.bars }]
  }
}

function appendix(drawn: DrawnReview, asOf: string, number: string | null, sha256: string | null): Block[] {
  const closed = drawn.closed.length > 0 ? [`以下指标涉及隐私，按规定不列数：${drawn.closed.join('、')}。`] : []
  const about = [
    `正文中数字右上角的小字是本表序号。数字按${formatDay(asOf, 'zh')}的台账计算${number ? `，发布号 ${number}，凭追溯码可在“公开数字”页打开` : '，批准后才有追溯码'}。`,
    ...(sha256 ? [`正文校验值 SHA-256：${sha256}。`] : []),
    ...closed,
  ]
  return [
    { block: 'heading', text: '附件　数字追溯表' },
    ...about.map((text): Block => ({ block: 'paragraph', text, indent: true })),
    {
      block: 'table',
      head: ['序号', '指标', '数', '组织', '期间', '截至', '凭证', '追溯码'],
      rows: drawn.figures.map((figure) => lineOf(figure, asOf)),
    },
  ]
}

function lineOf(figure: ReleasedFigure, asOf: string): string[] {
  const { definition: d, position, org, trace } = figure
  return [
    String(position),
    `${d.programme.zh}·${d.label.zh}`,
    `${valueText(figure)}${d.unitLabel.zh}`,
    org.name,
    whenText(figure, 'zh'),
    asOf,
    gradesOf(figure),
    trace ?? '—',
  ]
}

const words = { A: '甲', B: '乙', C: '丙', D: '丁' } as const

/** Grades of the evidence behind a number; of a confidential measure they are nobody's to know. */
export const gradesOf = ({ grades }: ReleasedFigure): string =>
  grades === null
    ? '—'
    : (['A', 'B', 'C', 'D'] as const)
        .filter((grade) => grades[grade] !== 0)
        .map((grade) => words[grade])
        .join('') || '—'
