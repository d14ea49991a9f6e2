import { useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import type { Call } from './call.ts'

/** Another page wrote on: both are shown, and nothing is saved until one is chosen. */
export function StaleNote({ newer, onSettle }: { newer: Call; onSettle: (mine: boolean) => void }) {
  const t = useTexts(hotlineTexts)
  const theirs = [newer.narrative, newer.request, newer.advice].filter(Boolean).join('\n')
  return (
    <section className="hl-stale" role="alert">
      <h2>{t.staleTitle}</h2>
      <p>{t.staleNote}</p>
      <p>
        <b>{t.staleTheirs}</b>
      </p>
      <p className="hl-theirs">{theirs || '—'}</p>
      <div className="hl-acts">
        <button type="button" className="btn" onClick={() => onSettle(true)}>
          {t.keepMine}
        </button>
        <button type="button" className="btn" onClick={() => onSettle(false)}>
          {t.takeTheirs}
        </button>
      </div>
    </section>
  )
}
