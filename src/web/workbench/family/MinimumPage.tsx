import { useState } from 'react'
import type { MinimumItem } from '../../../core/api/family-minimum.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { familyTexts } from '../texts/family.ts'
import { fetchMinimum, type MinimumPage as Page, plaqueName } from './minimum-data.ts'

/** Which parent schools have held how many of the activities they are to hold (D29, D30). A list to help by, no ranking. */
export function MinimumPage() {
  const t = useTexts(familyTexts)
  const chosen = language.use()
  const [stands, setStands] = useState('')
  const [counts, setCounts] = useState<Page['counts'] | null>(null)
  usePageTitle(t.pageTitle)
  const columns: readonly Column<MinimumItem>[] = [
    {
      key: 'place',
      title: t.place,
      render: (item) => <AppLink to={`/records/family-place/${item.place}`}>{item.name}</AppLink>,
    },
    { key: 'org', title: t.org, render: (item) => item.org.name },
    { key: 'plaque', title: t.plaque, render: (item) => plaqueName(item.plaque, chosen) },
    { key: 'done', title: t.done, right: true, render: (item) => t.doneOf(item.done, item.least) },
    { key: 'waiting', title: t.waiting, right: true, render: (item) => t.sessions(item.waiting) },
    { key: 'missing', title: t.missing, right: true, render: (item) => t.sessions(item.missing) },
    { key: 'until', title: t.until, render: (item) => item.to },
    { key: 'stands', title: t.stands, render: (item) => <span className="tag line">{t.stand(item.stands)}</span> },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        {counts && <span className="mut">{t.counts(counts.met, counts['on-the-way'], counts.behind)}</span>}
      </div>
      <p className="mut">{t.note}</p>
      <DataList<MinimumItem>
        queryKey={['records', 'family-minimum']}
        fetchPage={async (cursor, signal) => {
          const page = await fetchMinimum(stands, cursor, signal)
          setCounts(page.counts)
          return page
        }}
        columns={columns}
        rowKey={(item) => `${item.place} ${item.plaque}`}
        caption={t.list}
        filters={[
          {
            key: 'stands',
            label: t.anyStand,
            value: stands,
            onChange: setStands,
            options: (['behind', 'on-the-way', 'met'] as const).map((value) => ({ value, label: t.stand(value) })),
          },
        ]}
        empty={{ text: t.none }}
      />
    </div>
  )
}
