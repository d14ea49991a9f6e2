import type { ReviewRow } from '../../../core/api/reviews.ts'
import { formatPeriod } from '../../../core/period.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { Column } from '../../kit/DataList.tsx'
import { momentText } from '../../kit/date-text.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { PublishedList } from '../PublishedList.tsx'
import { reviewsTexts } from '../texts/reviews.ts'
import { fetchReviews, useMayMakeReviews } from './review-data.ts'

/** Reviews of one's own organisation, and those that were published. */
export function ReviewsPage() {
  const t = useTexts(reviewsTexts)
  const chosen = language.use()
  const mayMake = useMayMakeReviews()
  const columns: readonly Column<ReviewRow>[] = [
    {
      key: 'title',
      title: t.name,
      render: (row) => (
        <span className="tags">
          <AppLink to={`/reviews/${row.id}`} lang="zh">
            {row.title}
          </AppLink>
          {row.demo && <span className="tag line">{t.demo}</span>}
        </span>
      ),
    },
    { key: 'org', title: t.org, render: (row) => row.org.name },
    {
      key: 'period',
      title: t.period,
      render: (row) => <span className="nowrap">{formatPeriod({ from: row.from, to: row.to }, chosen)}</span>,
    },
    { key: 'version', title: t.version, render: (row) => t.versionOf(row.version) },
    { key: 'state', title: t.state, render: (row) => <span className="state">{t.states(row.state)}</span> },
    { key: 'updated', title: t.updated, render: (row) => <span className="nowrap">{momentText(row.updatedAt)}</span> },
    { key: 'number', title: t.number, render: (row) => <span className="num sm">{row.number ?? ''}</span> },
  ]
  return (
    <PublishedList
      name="reviews"
      publicPath="/reviews"
      texts={t}
      mayMake={mayMake}
      fetchPage={fetchReviews}
      columns={columns}
    />
  )
}
