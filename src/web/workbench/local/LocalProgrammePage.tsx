import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { LocalDetail } from '../../../core/api/local-programmes.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ApiRefusal } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { LocalDialog, type LocalTask } from './LocalDialogs.tsx'
import { LocalState } from './LocalProgrammesPage.tsx'
import './local.css'
import { useLocal } from './local-data.ts'
import { FormReading, WordsReading } from './ReadingPanels.tsx'

/** One local programme: what it is in plain words, its versions, and what this post may do about it. */
export function LocalProgrammePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const local = useLocal(id)
  if (local.error instanceof ApiRefusal && [400, 403, 404].includes(local.error.status)) return <NothingHere />
  if (local.data) return <Shown local={local.data} />
  return (
    <div className="page">
      <Panel>
        {local.isError ? <ErrorNote error={local.error} onAgain={() => local.refetch()} /> : <LoadingBars rows={8} />}
      </Panel>
    </div>
  )
}

function Shown({ local }: { local: LocalDetail }) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const me = useMe()
  const [task, setTask] = useState<LocalTask | null>(null)
  const newest = local.versions.at(-1)
  const name = local.label[chosen]
  usePageTitle(`${name} · ${t.pageTitle}`)
  if (!newest) return <NothingHere />
  const button = (of: LocalTask['kind'], main = false) => (
    <button
      type="button"
      className={main ? 'btn pri' : 'btn'}
      onClick={() => setTask({ kind: of, local, version: newest })}
    >
      {t[of]}
    </button>
  )
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={[{ key: 'local', label: t.title, to: '/local-programmes' }]} here={name} />
      <div className="head">
        <h1>{name}</h1>
        <LocalState one={local} />
        <span className="mut">{local.org.name}</span>
        <div className="act">
          {me.menu.some(({ programme }) => programme === local.id) && (
            <AppLink className="btn" to={`/records/${local.id}`}>
              {t.records}
            </AppLink>
          )}
          {local.abilities.close && button('close')}
          {local.abilities.compose && (
            <AppLink className="btn" to={`/local-programmes/${local.id}/edit`}>
              {newest.state === 'in-force' ? t.next : t.edit}
            </AppLink>
          )}
          {newest.abilities.submit && button('submit', true)}
          {newest.abilities.decide && button('send')}
          {newest.abilities.decide && button('agree', true)}
        </div>
      </div>
      {newest.state === 'submitted' && !newest.abilities.decide && <p className="note-box">{t.waiting}</p>}
      {newest.reason && <p className="note-box">{t.sentBack(newest.reason)}</p>}
      {local.closed && <p className="note-box">{t.closedFor(local.closed.reason)}</p>}
      <div className="local-grid">
        <div className="local-col">
          <WordsReading reading={local.reading} />
          <Panel tight title={t.versions}>
            <ul className="local-words">
              {[...local.versions].reverse().map((v) => (
                <li key={v.version}>
                  <b>{t.version(v.version)}</b> {v.state === 'in-force' ? t.inForce(v.version) : t[v.state]} ·{' '}
                  {t.by(v.madeBy ?? '', v.state === 'in-force' ? v.decidedBy : null)}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div className="local-col">
          <FormReading reading={local.reading} />
        </div>
      </div>
      {task && <LocalDialog task={task} onClose={() => setTask(null)} />}
    </div>
  )
}
