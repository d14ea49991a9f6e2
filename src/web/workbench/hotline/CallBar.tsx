import { useEffect, useState } from 'react'
import { maskPhone } from '../../../core/mask.ts'
import { policeTold } from '../../../programmes/hotline/forms.ts'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Mark } from '../../kit/Mark.tsx'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { useMe } from '../data/session.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, missingIn, openQuestions } from './call.ts'
import { Tick } from './inputs.tsx'
import { clockText } from './times.ts'
import type { SaveState } from './use-draft.ts'

interface Props {
  call: Call
  state: SaveState
  busy: boolean
  onChange: (change: Partial<Call>) => void
  on110: () => void
  onTransfer: () => void
  onEnd: () => void
}

/** The bar that stays in sight: how long, who, 110, and what is missing before the call can be ended. */
export function CallBar({ call, state, busy, onChange, on110, onTransfer, onEnd }: Props) {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const me = useMe()
  const open = openQuestions(call)
  const lacks = missingIn(call)
  const says = open > 0 ? t.openLeft(open) : lacks.length > 0 ? t.lacks(lacks.map(t.missing).join(t.comma)) : ''
  const shown = call.anonymous === false ? maskPhone(call.callerPhone.replace(/\D/g, '')) : ''
  return (
    <header className="hl-bar">
      <div className="hl-seat">
        <Mark />
        <span>
          <b>12338</b>
          <small>{t.seat(me.post?.org.name ?? '', me.account.displayName)}</small>
        </span>
      </div>
      {!call.fromPaper && <Timer since={call.startedAt} />}
      <span className="hl-who-now">
        {shown || (call.anonymous ? t.staysAnonymous : '')} <PrivacyMark level="P4" named />
      </span>
      <Tick label={t.recordingTold} on={call.recordingTold} onChange={(recordingTold) => onChange({ recordingTold })} />
      <span className={`hl-save ${state}`} role="status">
        <Icon name={state === 'saved' ? 'ok' : state === 'writing' ? 'clock' : 'warn'} small />
        {t.save(state)}
      </span>
      <div className="hl-acts">
        <button type="button" className="btn" onClick={onTransfer}>
          <span className="kbd" aria-hidden="true">
            F4
          </span>
          {t.transfer}
        </button>
        {call.policeAt === '' ? (
          <button type="button" className="btn ink" onClick={on110}>
            <span className="kbd" aria-hidden="true">
              F9
            </span>
            {t.told110}
          </button>
        ) : (
          <span className="hl-police">
            <b>{t.told110At(clockText(call.policeAt))}</b>
            <select
              aria-label={t.police}
              value={call.policeWay}
              onChange={(event) => onChange({ policeWay: event.target.value })}
            >
              {Object.entries(policeTold.way.options).map(([key, words]) => (
                <option key={key} value={key}>
                  {words[chosen]}
                </option>
              ))}
            </select>
            <button type="button" className="btn txt" onClick={() => onChange({ policeAt: '', policeWay: '' })}>
              {t.undo110}
            </button>
          </span>
        )}
        <button
          type="button"
          className="btn pri hl-end"
          aria-disabled={says !== '' || busy}
          aria-describedby="hl-lacks"
          onClick={onEnd}
        >
          <span className="kbd" aria-hidden="true">
            F10
          </span>
          {t.end}
        </button>
      </div>
      <p id="hl-lacks" className="hl-lacks" aria-live="polite">
        {says}
      </p>
    </header>
  )
}

function Timer({ since }: { since: string }) {
  const t = useTexts(hotlineTexts)
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const beat = window.setInterval(() => setNow(Date.now()), 1000)
    return () => window.clearInterval(beat)
  }, [])
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
  const two = (count: number) => String(count).padStart(2, '0')
  return (
    <span className="hl-live">
      <i />
      <b role="timer" aria-label={t.elapsed}>
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </b>
      {t.talking}
    </span>
  )
}
