import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { listAttendance } from '../../../core/api/attendance.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet, apiSend } from '../../kit/api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { useActionId } from '../records/data/action-id.ts'
import { recordPath, useKeepRecord, useRecord } from '../records/data/records.ts'
import type { RecordView } from '../records/data/shapes.ts'
import { matchingTexts } from '../texts/matching.ts'
import './matching.css'
import { SlipForm } from './SlipForm.tsx'

const programme = 'match-event'

/** Slips of one event: entered by badge number, never shown again; then the pairs, all at once. */
export function MatchingPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const event = useRecord(programme, id)
  if (event.isPending) return <LoadingBars rows={8} />
  if (event.isError) return <NothingHere />
  return <Matching view={event.data} />
}

function Matching({ view }: { view: RecordView }) {
  const t = useTexts(matchingTexts)
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  usePageTitle(t.pageTitle(view.title))
  const came = useQuery({
    queryKey: ['attendance', programme, view.id, 'badges'],
    queryFn: ({ signal }) =>
      apiGet<ResponseOf<typeof listAttendance>>(`${recordPath(programme, view.id)}/attendance`, { limit: 200 }, signal),
  })
  const may = (action: string) => view.abilities.actions.some((one) => one.id === action && one.allowed)
  const slips = view.history.filter(({ action }) => action === 'slip').length
  /** Gives whether it was done. */
  const act = async (action: string, answers: Record<string, unknown>): Promise<boolean> => {
    setBusy(true)
    setError(null)
    const content = { answers, revision: view.revision }
    try {
      const path = `${recordPath(programme, view.id)}/actions/${action}`
      keep(await apiSend<RecordView>('POST', path, { actionId: actionId({ action, ...content }), ...content }))
      return true
    } catch (cause) {
      setError(cause)
      return false
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  const people = came.data?.items ?? []
  return (
    <div className="page">
      <div className="head">
        <h1>{t.pageTitle(view.title)}</h1>
        <span className="sp" />
        <AppLink className="btn" to={`/records/${programme}/${view.id}`}>
          {t.back}
        </AppLink>
      </div>
      {view.state === 'matched' ? (
        <Pairs view={view} />
      ) : may('slip') ? (
        <>
          <p className="mut">{t.note}</p>
          <div className="mt-grid">
            <Panel title={t.title}>
              {came.isPending && <LoadingBars rows={4} />}
              {came.isSuccess && people.length === 0 && <p className="empty">{t.nobody}</p>}
              {people.length > 0 && (
                <SlipForm
                  key={slips}
                  people={people.map(({ person, name }) => ({ person, name }))}
                  busy={busy}
                  onEnter={(chooser, chosen) =>
                    act('slip', { chooser, chosen: chosen.map((person) => ({ person, role: 'liked' })) })
                  }
                />
              )}
              {error !== null && <ErrorNote error={error} />}
            </Panel>
            <Panel label={t.collected}>
              <dl className="came mt-body">
                <div>
                  <dt>{t.came}</dt>
                  <dd>
                    {people.length}
                    <span className="unit">{t.people}</span>
                  </dd>
                </div>
                <div>
                  <dt>{t.collected}</dt>
                  <dd>
                    <span role="status">
                      {slips}
                      <span className="unit">{t.slips}</span>
                    </span>
                  </dd>
                </div>
              </dl>
              <p className="mt-body">
                <button
                  type="button"
                  className="btn pri"
                  disabled={busy || slips === 0}
                  onClick={() => setAsking(true)}
                >
                  {t.match}
                </button>
              </p>
            </Panel>
          </div>
        </>
      ) : (
        <Panel label={t.title}>
          <p className="empty">{t.notNow}</p>
        </Panel>
      )}
      {asking && (
        <Dialog title={t.match} onClose={() => setAsking(false)}>
          <p>{t.matchNote}</p>
          <div className="foot">
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {t.cancel}
            </button>
            <button type="button" className="btn pri" disabled={busy} onClick={() => act('match', {})}>
              {t.sure}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

/** What is left of an event: the pairs that came of it. */
function Pairs({ view }: { view: RecordView }) {
  const t = useTexts(matchingTexts)
  const pairs = view.arisen.to.filter((one) => one.programme === 'couple')
  return (
    <Panel title={t.done}>
      <div className="mt-body">
        {pairs.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <p>
            {t.pairs} <b>{pairs.length}</b> {t.pairUnit}
          </p>
        )}
        <ul className="mt-pairs">
          {pairs.map((one) => (
            <li key={one.id}>
              <AppLink to={`/records/couple/${one.id}`}>
                {t.openPair} {one.number}
              </AppLink>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
