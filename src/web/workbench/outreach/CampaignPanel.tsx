import { AppLink } from '../../kit/AppLink.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import type { RecordView } from '../records/data/shapes.ts'
import { outreachTexts } from '../texts/outreach.ts'
import { useStandingOf } from './campaign-data.ts'

/** On a campaign's own page: how many have done it, and the way to who has not. */
export function CampaignPanel({ view }: { view: RecordView }) {
  const t = useTexts(outreachTexts)
  const query = useStandingOf(view.id)
  const counts = query.data?.counts
  return (
    <Panel
      tight
      title={t.title}
      label={t.title}
      end={
        <AppLink className="sm" to={`/campaign-standing/${view.id}`}>
          {t.all}
        </AppLink>
      }
    >
      {query.isPending && <LoadingBars rows={1} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.data?.total === 0 && <p className="empty">{view.state === 'draft' ? t.notIssued : t.none}</p>}
      {counts && query.data && query.data.total > 0 && (
        <dl className="says">
          {(['met', 'on-the-way', 'behind'] as const).map((stands) => (
            <div key={stands}>
              <dt>{t.stand(stands)}</dt>
              <dd>{t.organisations(counts[stands])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  )
}
