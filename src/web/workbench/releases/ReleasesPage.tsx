import type { ReleaseRow } from '../../../core/api/releases.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { Column } from '../../kit/DataList.tsx'
import { momentText } from '../../kit/date-text.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { PublishedList } from '../PublishedList.tsx'
import { releasesTexts } from '../texts/releases.ts'
import { fetchReleases, useReleaseGround } from './release-data.ts'

/** What was given out, by whom, as of when; and what of one's own organisation waits for a second person. */
export function ReleasesPage() {
  const t = useTexts(releasesTexts)
  const me = useMe()
  const { mayMake } = useReleaseGround(me.post?.org.code ?? 0)
  const columns: readonly Column<ReleaseRow>[] = [
    {
      key: 'title',
      title: t.name,
      render: (row) => (
        <span className="tags">
          <AppLink to={`/releases/${row.id}`}>{row.title}</AppLink>
          <span className="mut sm">{t.countOf(row.figures)}</span>
        </span>
      ),
    },
    { key: 'org', title: t.org, render: (row) => row.org.name },
    { key: 'asOf', title: t.asOf, render: (row) => <span className="nowrap">{momentText(row.asOf)}</span> },
    { key: 'state', title: t.state, render: (row) => <ReleaseState row={row} /> },
    { key: 'number', title: t.number, render: (row) => <span className="num sm">{row.number ?? ''}</span> },
  ]
  return (
    <PublishedList
      name="releases"
      publicPath="/figures"
      texts={t}
      mayMake={mayMake}
      fetchPage={fetchReleases}
      columns={columns}
    />
  )
}

export function ReleaseState({ row }: { row: Pick<ReleaseRow, 'state' | 'superseded'> }) {
  const t = useTexts(releasesTexts)
  return (
    <span className="tags">
      <span className="state">{t.states(row.state)}</span>
      {row.superseded && <span className="tag line">{t.superseded}</span>}
    </span>
  )
}
