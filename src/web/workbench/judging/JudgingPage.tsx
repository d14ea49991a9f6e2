import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { showIt } from '../../kit/show-it.ts'
import { usePageTitle } from '../page-title.ts'
import { useRecord } from '../records/data/records.ts'
import { judgingTexts } from '../texts/judging.ts'
import './judging.css'
import { type Judged, useJudged, useWeights } from './judging-data.ts'
import { MarksSummary } from './MarksSummary.tsx'
import { ScoreSheet } from './ScoreSheet.tsx'

/** What is before the judges, and the sheet of the one chosen. */
export function JudgingPage() {
  const t = useTexts(judgingTexts)
  const chosen = language.use()
  const judged = useJudged()
  const [at, setAt] = useState<Judged | null>(null)
  usePageTitle(t.title)
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <p className="mut">{t.note}</p>
      <div className="jd-grid">
        <Panel title={t.list} tight>
          {judged.pending && <LoadingBars rows={4} />}
          {judged.error !== null && <ErrorNote error={judged.error} />}
          {!judged.pending && judged.rows.length === 0 && <EmptyState text={t.empty} />}
          <ul className="jd-list">
            {judged.rows.map((one) => (
              <li key={one.row.id}>
                <button type="button" aria-pressed={at?.row.id === one.row.id} onClick={() => setAt(one)}>
                  <b>{one.row.title}</b>
                  <span className="mut sm">{[one.row.number, one.row.org.name].filter(Boolean).join(' · ')}</span>
                  <span className="state">{one.row.stateLabel[chosen]}</span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
        {at ? (
          <div key={at.row.id} ref={showIt}>
            <Chosen at={at} />
          </div>
        ) : (
          <Panel label={t.choose}>
            <p className="jd-body mut">{t.choose}</p>
          </Panel>
        )}
      </div>
    </div>
  )
}

function Chosen({ at }: { at: Judged }) {
  const t = useTexts(judgingTexts)
  const record = useRecord(at.programme, at.row.id)
  const { weights, pending } = useWeights(record.data)
  if (record.isError) return <ErrorNote error={record.error} onAgain={() => record.refetch()} />
  if (!record.data || pending) return <LoadingBars rows={8} />
  // An essay's marks are those of its blind copy.
  if (at.programme === 'contest-entry' && record.data.answers.honour === 'essay')
    return (
      <Panel title={record.data.title} end={<AppLink to={`/records/${at.programme}/${at.row.id}`}>{t.whole}</AppLink>}>
        <p className="jd-body mut">{t.blind}</p>
      </Panel>
    )
  return record.data.state === 'jury' ? (
    <ScoreSheet view={record.data} weights={weights} />
  ) : (
    <MarksSummary view={record.data} weights={weights} />
  )
}
