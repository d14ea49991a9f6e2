import { useInfiniteQuery } from '@tanstack/react-query'

/** What every page of a keyset-paged list has; `next` is the cursor of the page after it. */
export interface PageOf<T> {
  items: readonly T[]
  next: string | null
}

/** A page of a list of records, with how many there are when that is known. */
export interface Page<T> extends PageOf<T> {
  total?: number | null
}

/** Reads a keyset-paged list page by page. Gives the rows so far and the way to more. */
export function usePages<T, P extends PageOf<T>>(
  key: readonly unknown[],
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<P>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: P) => last.next,
    enabled,
  })
  const pages = query.data?.pages ?? []
  return { query, first: pages[0], rows: pages.flatMap((page) => page.items) }
}
