import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignItem } from '../../../core/api/campaigns.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { outreachTexts } from '../texts/outreach.ts'
import { fetchStanding, type Standing } from './campaign-data.ts'

/** Who has done a campaign and who is behind: a list to help by, no ranking. */
export function CampaignStandingPage() {
  const t = useTexts(outreachTexts)
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const [stands, setStands] = useState('')
  const [head, setHead] = useState<Standing | null>(null)
  usePageTitle(t.pageTitle(head?.title ?? ''))
  const columns: readonly Column<CampaignItem>[] = [
    { key: 'org', title: t.org, render: (item) => item.org.name },
    { key: 'done', title: t.done, right: true, render: (item) => t.doneOf(item.done, item.least) },
    { key: 'waiting', title: t.waiting, right: true, render: (item) => t.sessions(item.waiting) },
    { key: 'missing', title: t.missing, right: true, render: (item) => t.sessions(item.missing) },
    { key: 'stands', title: t.stands, render: (item) => <span className="tag line">{t.stand(item.stands)}</span> },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        {head && <AppLink to={`/records/campaign/${id}`}>{head.title}</AppLink>}
        {head && (
          <span className="mut">{t.counts(head.counts.met, head.counts['on-the-way'], head.counts.behind)}</span>
        )}
      </div>
      {head && <p className="mut">{t.note(head.from, head.to)}</p>}
      <DataList<CampaignItem>
        queryKey={['records', 'campaign-standing', id]}
        fetchPage={async (cursor, signal) => {
          const page = await fetchStanding(id, stands, cursor, signal)
          setHead(page)
          return page
        }}
        columns={columns}
        rowKey={(item) => String(item.org.code)}
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
