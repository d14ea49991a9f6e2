import { useQueries, useQuery } from '@tanstack/react-query'
import type { criteria } from '../../../programmes/honours/words.ts'
import { apiGet } from '../../kit/api.ts'
import { useMe } from '../data/session.ts'
import { recordQuery } from '../records/data/records.ts'
import type { RecordRow, RecordsPage, RecordView } from '../records/data/shapes.ts'

/** Programmes whose records go to judges. */
const judged = [
  'family-nomination',
  'person-nomination',
  'collective-nomination',
  'contest-entry',
  'essay-review',
] as const
export type Criterion = keyof typeof criteria
export interface Weight {
  readonly criterion: Criterion
  readonly weight: number
}
export interface Judged {
  readonly programme: string
  readonly row: RecordRow
}

/** What stands before the judges or has just left them, by number: the order says nothing. */
export function useJudged() {
  const { menu } = useMe()
  return useQueries({
    queries: judged
      .filter((one) => menu.some(({ programme }) => programme === one))
      .map((programme) => ({
        queryKey: ['records', programme, 'judged'],
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const pages = await Promise.all(
            ['jury', 'scored'].map((state) =>
              apiGet<RecordsPage>(`/records/${programme}`, { state, limit: 50 }, signal),
            ),
          )
          return pages.flatMap((page) => page.items.map((row): Judged => ({ programme, row })))
        },
      })),
    combine: (found) => ({
      pending: found.some((one) => one.isPending),
      error: found.find((one) => one.error)?.error ?? null,
      rows: found
        .flatMap((one) => one.data ?? [])
        .sort((a, b) => (a.row.number ?? '').localeCompare(b.row.number ?? '')),
    }),
  })
}

/** The criteria a record itself names, as a copy for blind review does, or those of its call; with their weights. */
export function useWeights(view: RecordView | undefined) {
  const call = typeof view?.answers.call === 'string' ? view.answers.call : ''
  const record = useQuery({ ...recordQuery('honour-call', call), enabled: call !== '' })
  const given = view?.answers.criteria ?? record.data?.answers.criteria
  return { pending: call !== '' && record.isPending, weights: Array.isArray(given) ? (given as readonly Weight[]) : [] }
}
