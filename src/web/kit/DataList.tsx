import type { ReactNode } from 'react'
import { EmptyState } from './EmptyState.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { useTexts } from './i18n.ts'
import { ListBar, type ListFilter } from './ListBar.tsx'
import { LoadingBars } from './LoadingBars.tsx'
import { MoreButton } from './MoreButton.tsx'
import { statesTexts } from './texts/states.ts'
import { type Page, usePages } from './use-pages.ts'
import { useSettled } from './use-settled.ts'

export interface Column<T> {
  key: string
  title: string
  render: (row: T) => ReactNode
  /** Numbers stand right. */
  right?: boolean
  width?: string
}

interface Props<T> {
  /** Names the list in the cache; the search and filters are added to it. */
  queryKey: readonly unknown[]
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>
  columns: readonly Column<T>[]
  rowKey: (row: T) => string
  caption: string
  search?: { value: string; hint: string; onChange: (value: string) => void }
  filters?: readonly ListFilter[]
  /** For a list that holds nothing at all: one sentence and the next step. */
  empty: { text: string; action?: ReactNode }
  /** Buttons at the end of the bar. */
  actions?: ReactNode
}

/** A list with search, filters, empty, loading and error states, paged by keyset. On a phone rows become cards. */
export function DataList<T>({
  queryKey,
  fetchPage,
  columns,
  rowKey,
  caption,
  search,
  filters = [],
  empty,
  actions,
}: Props<T>) {
  const t = useTexts(statesTexts)
  const chosen = filters.map((filter) => filter.value)
  const text = useSettled(search?.value ?? '')
  const { query, rows, first } = usePages<T, Page<T>>([...queryKey, text, ...chosen], fetchPage)
  const narrowed = Boolean(search?.value) || chosen.some(Boolean)
  const clear = () => {
    search?.onChange('')
    for (const filter of filters) filter.onChange('')
  }
  return (
    <section className="panel" aria-label={caption}>
      <ListBar search={search} filters={filters} total={first?.total} actions={actions} />
      {query.isPending && <LoadingBars rows={6} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && !narrowed && <EmptyState {...empty} />}
      {query.isSuccess && rows.length === 0 && narrowed && (
        <EmptyState
          text={t.noMatch}
          action={
            <button type="button" className="btn" onClick={clear}>
              {t.clear}
            </button>
          }
        />
      )}
      {rows.length > 0 && (
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.key}
                    scope="col"
                    className={column.right ? 'r' : undefined}
                    style={{ width: column.width }}
                  >
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)}>
                  {columns.map((column) => (
                    <td key={column.key} className={column.right ? 'r' : undefined} data-label={column.title}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton query={query} />
    </section>
  )
}
