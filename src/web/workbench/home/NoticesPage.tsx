import { momentText } from '../../kit/date-text.ts'
import { useTexts } from '../../kit/i18n.ts'
import { PagedRows } from '../../kit/PagedRows.tsx'
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
        <PagedRows query={query} rows={rows} empty={t.none} className="notices">
          {(notice) => (
            <li key={notice.id}>
              <time dateTime={notice.at}>{momentText(notice.at)}</time>
              <NoticeLine notice={notice} today={me.today} onOpen={() => !notice.read && read.mutate([notice.id])} />
            </li>
          )}
        </PagedRows>
      </Panel>
    </div>
  )
}
