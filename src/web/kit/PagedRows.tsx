import type { ComponentProps, ReactNode } from 'react'
import { EmptyState } from './EmptyState.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { LoadingBars } from './LoadingBars.tsx'
import { MoreButton } from './MoreButton.tsx'

interface Props<T> {
  query: ComponentProps<typeof MoreButton>['query'] & {
    isPending: boolean
    isError: boolean
    isSuccess: boolean
    error: unknown
    refetch: () => unknown
  }
  rows: readonly T[]
  empty: string
  className: string
  /** One row, an item of the list with its key. */
  children: (row: T) => ReactNode
}

/** The rows of a keyset-paged list as they come, with its loading, error and empty states and the way to more. */
export function PagedRows<T>({ query, rows, empty, className, children }: Props<T>) {
  return (
    <>
      {query.isPending && <LoadingBars rows={6} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <EmptyState text={empty} />}
      <ul className={className}>{rows.map(children)}</ul>
      <MoreButton query={query} />
    </>
  )
}
