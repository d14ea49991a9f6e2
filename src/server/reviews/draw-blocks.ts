import type { ReviewBlock, ReviewPiece } from '../../core/api/reviews.ts'
import { type Manner, writeChange, writeFigure, writeRate } from '../../core/official-number.ts'
import type { RawBlock, RawPiece } from '../../core/review/markdown.ts'
import type { ReviewMark } from '../../core/review/marks.ts'
import { type Service, services } from '../../core/service.ts'
import { formatValue, type Unit } from '../../core/unit.ts'
import type { Known } from '../figures/catalogue.ts'
import type { Scope } from '../figures/scope.ts'
import type { Taken } from '../releases/take-figures.ts'
import { serviceLeads } from './service-leads.ts'

export type When = 'now' | 'before'

interface Ground {
  /** A figure that was asked and may be told. */
  readonly find: (measure: string, when: When, org?: number) => Taken | undefined
  readonly below: readonly (Scope & { readonly short: string })[]
  readonly measuresOf: (service: Service) => readonly Known[]
}

const untold = '（按规定不公布）'

/** The blocks of a review with its numbers written in, and the figures they are, in the order they are met. Pure. */
export function drawBlocks(raw: readonly RawBlock[], ground: Ground): { blocks: ReviewBlock[]; used: Taken[] } {
  const places = new Map<Taken, number>()
  const place = (figure: Taken): number => {
    const held = places.get(figure) ?? places.size + 1
    places.set(figure, held)
    return held
  }
  const say = (figure: Taken | undefined, text: string | undefined): ReviewPiece =>
    figure && text !== undefined ? { text, figure: place(figure) } : { text: untold }
  const piece = (one: RawPiece): ReviewPiece => {
    if (typeof one === 'string') return { text: one }
    if (one.mark === 'change') {
      const [now, before] = [ground.find(one.measure, 'now'), ground.find(one.measure, 'before')]
      const text = changeOf(now, before)
      return text && before ? { text, figure: place(before) } : { text: '' }
    }
    if (one.mark !== 'figure') return { text: '' }
    const figure = ground.find(one.measure, one.before ? 'before' : 'now')
    return say(figure, figure && textOf(figure, one.manner))
  }
  const pieces = (all: readonly RawPiece[]) => merged(all.map(piece))
  const draw = (block: RawBlock): ReviewBlock[] => {
    switch (block.block) {
      case 'title':
      case 'heading':
        return [block]
      case 'paragraph':
      case 'item':
        return [{ block: block.block, pieces: pieces(block.pieces) }]
      case 'table':
        return [{ block: 'table', caption: '', head: [...block.head], rows: block.rows.map((row) => row.map(pieces)) }]
      case 'mark':
        return drawMark(block.mark, ground, place)
    }
  }
  const blocks = raw.flatMap(draw)
  return { blocks, used: [...places.keys()] }
}

function drawMark(mark: ReviewMark, ground: Ground, place: (figure: Taken) => number): ReviewBlock[] {
  if (mark.mark === 'service') return serviceParagraphs(mark.service as Service, ground, place)
  if (mark.mark === 'table') return [tableOf(mark.measures, ground, place)]
  return mark.mark === 'chart' ? chartOf(mark.measure, ground, place) : []
}

/** A lead, then a paragraph for each programme of which anything was counted. */
function serviceParagraphs(service: Service, ground: Ground, place: (figure: Taken) => number): ReviewBlock[] {
  const measures = ground.measuresOf(service)
  const told = [...new Set(measures.map(({ programme }) => programme))].flatMap((programme) => {
    const counted = measures.flatMap((known) => {
      const figure = known.programme === programme ? ground.find(known.id, 'now') : undefined
      const text = figure && isSomething(figure) ? textOf(figure, 'auto') : undefined
      return figure && text !== undefined ? [{ known, figure, text }] : []
    })
    if (counted.length === 0) return []
    const pieces = counted.flatMap(({ known, figure, text }, i): ReviewPiece[] => {
      const before = ground.find(known.id, 'before')
      const change = i === 0 ? changeOf(figure, before) : undefined
      return [
        { text: `${i === 0 ? `${programme.label.zh}：` : '，'}${known.measure.label.zh}` },
        { text, figure: place(figure) },
        ...(change && before ? [{ text: '（' }, { text: change, figure: place(before) }, { text: '）' }] : []),
      ]
    })
    return [{ block: 'paragraph' as const, pieces: merged([...pieces, { text: '。' }]) }]
  })
  const lead = `${serviceLeads[service]}${told.length === 0 ? `${services[service].zh}本期没有可以公布的数。` : ''}`
  return [{ block: 'paragraph', pieces: [{ text: lead }] }, ...told]
}

function tableOf(measures: readonly string[], ground: Ground, place: (figure: Taken) => number): ReviewBlock {
  const rows = measures.flatMap((id) => {
    const [now, before] = [ground.find(id, 'now'), ground.find(id, 'before')]
    if (!now) return []
    const { definition: d } = now
    const cell = (figure: Taken | undefined): ReviewPiece[] =>
      figure ? [{ text: exactOf(figure), figure: place(figure) }] : [{ text: '—' }]
    return [
      [
        [{ text: `${d.programme.zh}·${d.label.zh}` }],
        [{ text: d.unitLabel.zh }],
        cell(now),
        cell(before),
        [{ text: changeOf(now, before)?.replace('比上年同期', '').replace('与上年同期', '') ?? '—' }],
      ],
    ]
  })
  return { block: 'table', caption: '主要数字', head: ['指标', '单位', '本期', '上年同期', '增减'], rows }
}

/** Bars of the organisations right below; none where there is nothing below. */
function chartOf(measure: string, ground: Ground, place: (figure: Taken) => number): ReviewBlock[] {
  const bars = ground.below.flatMap(({ code, short }) => {
    const figure = ground.find(measure, 'now', code)
    if (!figure || figure.value === null) return []
    const { value, definition } = figure
    return [
      {
        label: short,
        value: definition.unit === 'yuan' ? value / 100 : value,
        text: exactOf(figure),
        figure: place(figure),
        of: definition,
      },
    ]
  })
  const [first] = bars
  if (!first) return []
  const { of } = first
  const caption = `各地${of.programme.zh}${of.label.zh}`
  return [{ block: 'chart', caption, unit: of.unitLabel.zh, bars: bars.map(({ of: _, ...bar }) => bar) }]
}

const isSomething = ({ value, denominator }: Taken) => (value === null ? (denominator ?? 0) > 0 : value !== 0)

function textOf({ value, numerator, denominator, definition }: Taken, manner: Manner): string | undefined {
  if (value !== null) return writeFigure(value, definition.unit as Unit, definition.unitLabel.zh, manner)
  return writeRate(numerator ?? 0, denominator ?? 0)
}

/** All its digits, as in a table. */
function exactOf({ value, numerator, denominator, definition }: Taken): string {
  if (value === null) return writeRate(numerator ?? 0, denominator ?? 0)?.replace('%', '') ?? '—'
  return formatValue(value, definition.unit as Unit)
}

function changeOf(now: Taken | undefined, before: Taken | undefined): string | undefined {
  if (!now || !before || now.value === null || before.value === null) return undefined
  return writeChange(now.value, before.value, now.definition.unit as Unit, now.definition.unitLabel.zh)
}

/** Runs of plain text as one. */
function merged(pieces: readonly ReviewPiece[]): ReviewPiece[] {
  const all: ReviewPiece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last && last.figure === undefined && piece.figure === undefined)
      all[all.length - 1] = { text: last.text + piece.text }
    else if (piece.text !== '') all.push(piece)
  }
  return all
}
