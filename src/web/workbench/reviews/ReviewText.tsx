import type { ReactNode } from 'react'
import type { DrawnReview, ReviewBlock, ReviewPiece } from '../../../core/api/reviews.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { releasedHref } from '../releases/released-href.ts'
import { reviewsTexts } from '../texts/reviews.ts'

/** A review as it reads. Each number opens its figure, as of the moment it was read. */
export function ReviewText({ drawn }: { drawn: DrawnReview }) {
  return (
    <article className="review-text" lang="zh">
      {drawn.blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one drawing never move
        <Block key={i} block={block} drawn={drawn} />
      ))}
    </article>
  )
}

function Block({ block, drawn }: { block: ReviewBlock; drawn: DrawnReview }) {
  switch (block.block) {
    case 'title':
      return <h2 className="review-title">{block.text}</h2>
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} drawn={drawn} />
        </p>
      )
    case 'item':
      return (
        <p className="review-item">
          <Pieces pieces={block.pieces} drawn={drawn} />
        </p>
      )
    case 'table':
      return <Table block={block} drawn={drawn} />
    case 'chart':
      return <Bars block={block} drawn={drawn} />
  }
}

function Pieces({ pieces, drawn }: { pieces: readonly ReviewPiece[]; drawn: DrawnReview }) {
  return pieces.map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one drawing never move
    <Opens key={i} piece={piece} drawn={drawn} />
  ))
}

function Opens({ piece, drawn }: { piece: ReviewPiece; drawn: DrawnReview }): ReactNode {
  const t = useTexts(reviewsTexts)
  const figure = piece.figure === undefined ? undefined : drawn.figures[piece.figure - 1]
  if (!figure) return piece.text
  const { definition: d } = figure
  return (
    <AppLink
      className="opens"
      to={releasedHref(figure, drawn.asOf)}
      aria-label={`${piece.text} ${t.opens}`}
      title={`${d.programme.zh} · ${d.label.zh}`}
    >
      {piece.text}
    </AppLink>
  )
}

function Table({ block, drawn }: { block: Extract<ReviewBlock, { block: 'table' }>; drawn: DrawnReview }) {
  return (
    <div className="list-scroll">
      <table className="list">
        <caption className="vh">{block.caption || block.head.join('、')}</caption>
        <thead>
          <tr>
            {block.head.map((text, i) => (
              <th key={text} scope="col" className={i > 1 ? 'r' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one drawing never move
            <tr key={n}>
              {row.map((cell, i) => (
                <td key={block.head[i]} className={i > 1 ? 'r' : undefined} data-label={block.head[i]}>
                  <Pieces pieces={cell} drawn={drawn} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Bars with their numbers: the same on paper, without script, and read out. */
function Bars({ block, drawn }: { block: Extract<ReviewBlock, { block: 'chart' }>; drawn: DrawnReview }) {
  const t = useTexts(reviewsTexts)
  const most = Math.max(1, ...block.bars.map(({ value }) => value))
  return (
    <table className="review-bars">
      <caption>{`${block.caption}（${block.unit}）`}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t.place}</th>
          <td />
          <th scope="col">{t.value}</th>
        </tr>
      </thead>
      <tbody>
        {block.bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td className="bar">
              <span style={{ width: `${(100 * Math.max(0, bar.value)) / most}%` }} />
            </td>
            <td className="r num">
              <Opens piece={bar} drawn={drawn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
