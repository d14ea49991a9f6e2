import { useTexts } from './i18n.ts'
import { statesTexts } from './texts/states.ts'

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

/** The way to the next page of a list; nothing when there is none. */
export function MoreButton({ query }: Props) {
  const t = useTexts(statesTexts)
  if (!query.hasNextPage) return null
  return (
    <div className="list-more">
      <button type="button" className="btn" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {query.isFetchingNextPage ? t.moreLoading : t.more}
      </button>
    </div>
  )
}
