import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { getFigureEntries, Figure as WireFigure } from '../../../core/api/figures.ts'
import type { Day } from '../../../core/day.ts'
import type { Unit } from '../../../core/unit.ts'
import { apiGet } from '../../kit/api.ts'
import { usePages } from '../../kit/use-pages.ts'

export interface FigureQuestion {
  measure: string
  org: number
  from: Day
  to: Day
  /** A moment, or the watermark of an earlier answer; absent: now. */
  asOf?: string
}

export type Figure = Omit<WireFigure, 'unit'> & { unit: Unit }
export type ChildFigure = NonNullable<Figure['byChild']>[number]
export type MonthFigure = NonNullable<Figure['byMonth']>[number]
export type EntryPage = ResponseOf<typeof getFigureEntries>
export type FigureEntry = EntryPage['items'][number]

export type Breakdown = 'child' | 'month' | 'grade'

export function figureQuery(question: FigureQuestion, by: readonly Breakdown[]) {
  return queryOptions({
    queryKey: ['figures', question, by],
    queryFn: ({ signal }) => apiGet<Figure>('/figures', { ...question, by }, signal),
    // Live: a record made anywhere below moves the number while one looks at it. A figure as of a moment stands still.
    refetchInterval: question.asOf ? false : 20_000,
  })
}

export function useFigure(question: FigureQuestion, by: readonly Breakdown[], enabled = true) {
  return useQuery({ ...figureQuery(question, by), enabled })
}

/** The entries a figure is made of, newest first, within the reader's rights; the rest is counted in `hidden`. */
export function useEntries(question: FigureQuestion) {
  return usePages<FigureEntry, EntryPage>(['figure-entries', question], (cursor, signal) =>
    apiGet<EntryPage>('/figures/entries', { ...question, cursor }, signal),
  )
}
