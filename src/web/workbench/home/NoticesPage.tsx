import { momentText } from '../../kit/date-text.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { MoreButton } from '../../kit/MoreButton.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useAllNotices, useReadNotices } from '../data/notices.ts'
import { useMe } from '../data/session.ts'
import { NoticeLine } from '../NoticeLine.tsx'
import { usePageTitle } from '../page-title.ts'
import { noticesTexts } from '../texts/notices.ts'

/** Everything the house has told me, the newest first. */
export function NoticesPage() {
  const t = useTexts(noticesTexts)
  const me = useMe()
  const { query, rows, first } = useAllNotices()
  const read = useReadNotices()
  usePageTitle(t.pageTitle)
  return (
    <div className="page">
      <h1 className="vh">{t.bell}</h1>
      <Panel
        className="notice-page"
        title={t.bell}
        end={
          (first?.unread ?? 0) > 0 && (
            <button type="button" className="btn" disabled={read.isPending} onClick={() => read.mutate(undefined)}>
              {t.readAll}
            </button>
          )
        }
      >
        {query.isPending && <LoadingBars rows={6} />}
        {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
        {query.isSuccess && rows.length === 0 && <EmptyState text={t.none} />}
        <ul className="notices">
          {rows.map((notice) => (
            <li key={notice.id}>
              <time dateTime={notice.at}>{momentText(notice.at)}</time>
              <NoticeLine notice={notice} today={me.today} onOpen={() => !notice.read && read.mutate([notice.id])} />
            </li>
          ))}
        </ul>
        <MoreButton query={query} />
      </Panel>
    </div>
  )
}
