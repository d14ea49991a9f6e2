import { useState } from 'react'
import { AppLink } from '../../kit/AppLink.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { hotlineTexts } from '../texts/hotline.ts'
import type { Filed } from './CallConsole.tsx'
import { useDrafts, useToday } from './hotline-data.ts'
import { clockText } from './times.ts'
import { useDraftActions } from './use-draft-actions.ts'

interface Props {
  filed: Filed | null
  onStart: (fromPaper: boolean) => void
  onResume: (id: string) => Promise<void>
}

/** Before and between calls: take one, go on with an unfinished one, see what was entered today. */
export function HotlineStart({ filed, onStart, onResume }: Props) {
  const t = useTexts(hotlineTexts)
  return (
    <main className="hl-start" id="main">
      <div className="head">
        <h1>{t.menu}</h1>
        <span className="sp" />
        <AppLink to="/">{t.back}</AppLink>
      </div>
      {filed && (
        <p className="hl-done" role="status">
          <Icon name="ok" small />
          {filed.already ? t.filedAlready : t.filed(filed.number ?? '')}
          <AppLink to={`/records/hotline-contact/${filed.id}`}>{t.seeFiled}</AppLink>
        </p>
      )}
      <div className="hl-take">
        {/* biome-ignore lint/a11y/noAutofocus: the next call is one key away */}
        <button type="button" className="btn pri" autoFocus onClick={() => onStart(false)}>
          <Icon name="phone" small />
          {t.take}
        </button>
        <button type="button" className="btn" onClick={() => onStart(true)}>
          <Icon name="document" small />
          {t.takePaper}
        </button>
      </div>
      <div className="hl-lists">
        <Unfinished onResume={onResume} />
        <Today />
      </div>
    </main>
  )
}

function Unfinished({ onResume }: Pick<Props, 'onResume'>) {
  const t = useTexts(hotlineTexts)
  const drafts = useDrafts()
  const { error, resume, drop } = useDraftActions(onResume)
  const [asking, setAsking] = useState<string | null>(null)
  return (
    <Panel title={t.unfinished} end={<span className="mut sm">{t.unfinishedNote}</span>}>
      {drafts.isPending && <LoadingBars />}
      {(drafts.error ?? error) !== null && <ErrorNote error={drafts.error ?? error} onAgain={() => drafts.refetch()} />}
      {drafts.data?.items.length === 0 && <p className="hl-none mut">{t.noUnfinished}</p>}
      <ul className="hl-rows">
        {drafts.data?.items.map(({ id, startedAt, updatedAt }) => (
          <li key={id}>
            <span>
              {startedAt.slice(0, 10)} {t.started(clockText(startedAt))} · {t.kept(clockText(updatedAt))}
            </span>
            <button type="button" className="btn" onClick={() => resume(id)}>
              {t.resume}
            </button>
            <button type="button" className="btn txt" onClick={() => setAsking(id)}>
              {t.drop}
            </button>
          </li>
        ))}
      </ul>
      {asking && (
        <Dialog title={t.drop} onClose={() => setAsking(null)}>
          <p>{t.dropAsk}</p>
          <div className="foot">
            <button type="button" className="btn" onClick={() => setAsking(null)}>
              {t.cancel}
            </button>
            <button
              type="button"
              className="btn ink"
              onClick={() => {
                drop(asking)
                setAsking(null)
              }}
            >
              {t.dropYes}
            </button>
          </div>
        </Dialog>
      )}
    </Panel>
  )
}

function Today() {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const today = useToday()
  return (
    <Panel title={t.today} end={<span className="mut sm">{t.todayNote}</span>}>
      {today.isPending && <LoadingBars />}
      {today.isError && <ErrorNote error={today.error} onAgain={() => today.refetch()} />}
      {today.data && (
        <p className="hl-none mut">
          {t.open(today.data.open)} · {t.callbacks(today.data.callbacks)}
        </p>
      )}
      {today.data?.items.length === 0 && <p className="hl-none">{t.noToday}</p>}
      <ul className="hl-rows">
        {today.data?.items.map(({ id, number, stateLabel, receivedAt }) => (
          <li key={id}>
            <span>{receivedAt ? clockText(receivedAt) : ''}</span>
            <AppLink to={`/records/hotline-contact/${id}`}>{number}</AppLink>
            <span className="mut">{stateLabel[chosen]}</span>
          </li>
        ))}
      </ul>
      <p className="hl-none">
        <AppLink to="/records/hotline-contact">{t.seeAll}</AppLink>
      </p>
    </Panel>
  )
}
