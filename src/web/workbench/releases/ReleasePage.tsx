import { useParams } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { Release } from '../../../core/api/releases.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ApiRefusal, apiGet } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { releasesTexts } from '../texts/releases.ts'
import { ApproveDialog, ReturnDialog, WithdrawDialog } from './ReleaseDialogs.tsx'
import './releases.css'
import { ReleasedFigures } from './ReleasedFigures.tsx'
import { ReleasedTable } from './ReleasedTable.tsx'
import { ReleaseState } from './ReleasesPage.tsx'
import { type Checked, useRelease } from './release-data.ts'

/** The release in the address. */
export function ReleasePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const release = useRelease(id)
  if (release.error instanceof ApiRefusal && release.error.status === 404) return <NothingHere />
  if (release.data) return <Shown release={release.data} />
  return (
    <div className="page">
      <Panel>
        {release.isError ? (
          <ErrorNote error={release.error} onAgain={() => release.refetch()} />
        ) : (
          <LoadingBars rows={8} />
        )}
      </Panel>
    </div>
  )
}

function Shown({ release }: { release: Release }) {
  const t = useTexts(releasesTexts)
  const [dialog, setDialog] = useState<'approve' | 'return' | 'withdraw' | null>(null)
  const close = () => setDialog(null)
  const { abilities, number } = release
  usePageTitle(`${release.title} · ${t.pageTitle}`)
  return (
    <div className="page">
      <Breadcrumb
        label={t.path}
        path={[{ key: 'releases', label: t.title, to: '/releases' }]}
        here={number ?? release.title}
      />
      <div className="head">
        <h1>{release.title}</h1>
        <ReleaseState row={release} />
        <div className="act">
          {number && (
            <a className="btn" href={`/figures/${number}`} target="_blank" rel="noreferrer">
              {t.publicPage}
            </a>
          )}
          {abilities.withdraw.allowed && (
            <button type="button" className="btn" onClick={() => setDialog('withdraw')}>
              {t.withdraw}
            </button>
          )}
          {abilities.decide.allowed && (
            <>
              <button type="button" className="btn" onClick={() => setDialog('return')}>
                {t.send}
              </button>
              <button type="button" className="btn pri" onClick={() => setDialog('approve')}>
                {t.approve}
              </button>
            </>
          )}
        </div>
      </div>
      {release.state === 'asked' && !abilities.decide.allowed && (
        <p className="note-box">{abilities.decide.why ? t.second : t.waiting}</p>
      )}
      {release.reason && <p className="note-box">{release.reason}</p>}
      {release.note && <p>{release.note}</p>}
      <Facts release={release} />
      <ReleasedFigures release={release} />
      {release.tables.map((table) => (
        <ReleasedTable key={table.position} table={table} />
      ))}
      {number && <Check id={release.id} />}
      {dialog === 'approve' && <ApproveDialog release={release} onClose={close} />}
      {dialog === 'return' && <ReturnDialog release={release} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog release={release} onClose={close} />}
    </div>
  )
}

function Facts({ release }: { release: Release }) {
  const t = useTexts(releasesTexts)
  const other = (label: string, one: { id: string; number: string } | null) =>
    one &&
    ([
      label,
      <AppLink key={one.id} to={`/releases/${one.id}`}>
        {one.number}
      </AppLink>,
    ] as const)
  const rows = [
    [t.org, release.org.name] as const,
    [t.asOf, momentText(release.asOf)] as const,
    [t.by, release.madeBy] as const,
    release.decidedBy && ([t.decidedBy, release.decidedBy] as const),
    other(t.replaces, release.supersedes),
    other(t.replacedBy, release.superseded),
    release.sha256 &&
      ([
        t.sha,
        <code key="sha" className="sm hash">
          {release.sha256}
        </code>,
      ] as const),
    release.sm3 &&
      ([
        t.sm3,
        <code key="sm3" className="sm hash">
          {release.sm3}
        </code>,
      ] as const),
  ]
  return (
    <Panel>
      <dl className="facts">
        {rows.map(
          (row) =>
            row && (
              <Fragment key={row[0]}>
                <dt>{row[0]}</dt>
                <dd>{row[1]}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </Panel>
  )
}

/** Computes it again, now, in front of who asks. */
function Check({ id }: { id: string }) {
  const t = useTexts(releasesTexts)
  const [state, setState] = useState<'idle' | 'busy' | Checked | Error>('idle')
  const ask = () => {
    setState('busy')
    apiGet<Checked>(`/releases/${id}/check`, {}).then(setState, setState)
  }
  return (
    <Panel title={t.check}>
      <p role="status">
        {state === 'busy' && t.checking}
        {typeof state === 'object' &&
          'same' in state &&
          (state.same ? t.same(state.entries) : t.differs(state.mismatches.length))}
      </p>
      {state instanceof Error && <ErrorNote error={state} />}
      {typeof state === 'object' && 'mismatches' in state && (
        <ul>
          {state.mismatches.map((m) => (
            <li key={m.where}>{m.where}</li>
          ))}
        </ul>
      )}
      <button type="button" className="btn" disabled={state === 'busy'} onClick={ask}>
        {t.check}
      </button>
    </Panel>
  )
}
