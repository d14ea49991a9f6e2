import { matterChannels } from '../../../core/rights-words.ts'
import { relations } from '../../../programmes/hotline/forms.ts'
import { useTexts } from '../../kit/i18n.ts'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { hotlineTexts } from '../texts/hotline.ts'
import type { Call } from './call.ts'
import { Choose, Line, Tick } from './inputs.tsx'
import { SameNumber } from './SameNumber.tsx'

/** Who calls, if she wants to say so, and how she may be reached without anybody noticing. */
export function CallerPanel({
  id,
  call,
  onChange,
}: {
  id: string
  call: Call
  onChange: (change: Partial<Call>) => void
}) {
  const t = useTexts(hotlineTexts)
  // Choosing anonymity takes away at once what was typed before.
  const stayAnonymous = () => onChange({ anonymous: true, callerName: '', callerPhone: '', lookUp: false })
  return (
    <section className="panel" aria-labelledby="hl-2">
      <div className="sec">
        <h2 id="hl-2" tabIndex={-1}>
          {t.contact}
        </h2>
        <PrivacyMark level="P4" named />
      </div>
      <div className="hl-form">
        <Choose
          label={t.channel}
          value={call.channel}
          options={matterChannels}
          onChange={(channel) => onChange({ channel: channel || 'hotline' })}
        />
        {call.fromPaper && (
          <>
            <Line
              label={t.paperDay}
              type="date"
              value={call.paperDay}
              onChange={(paperDay) => onChange({ paperDay })}
            />
            <Line
              label={t.paperTime}
              type="time"
              value={call.paperTime}
              onChange={(paperTime) => onChange({ paperTime })}
            />
          </>
        )}
        <fieldset className="hl-field">
          <legend>{t.anonymous}</legend>
          <div className="hl-radios">
            <label>
              <input type="radio" name="anonymous" checked={call.anonymous === true} onChange={stayAnonymous} />
              {t.staysAnonymous}
            </label>
            <label>
              <input
                type="radio"
                name="anonymous"
                checked={call.anonymous === false}
                onChange={() => onChange({ anonymous: false })}
              />
              {t.leavesName}
            </label>
          </div>
        </fieldset>
        {call.anonymous === false && (
          <>
            <Line label={t.name} value={call.callerName} onChange={(callerName) => onChange({ callerName })} />
            <Line
              label={t.phone}
              type="tel"
              max={20}
              value={call.callerPhone}
              onChange={(callerPhone) => onChange({ callerPhone })}
            />
          </>
        )}
        <Choose
          label={t.relation}
          value={call.relation}
          options={relations}
          onChange={(relation) => onChange({ relation })}
        />
        <Line label={t.safeTime} max={24} value={call.safeTime} onChange={(safeTime) => onChange({ safeTime })} />
        <Line label={t.safeWay} max={18} value={call.safeWay} onChange={(safeWay) => onChange({ safeWay })} />
        <Line label={t.codeWord} max={10} value={call.codeWord} onChange={(codeWord) => onChange({ codeWord })} />
      </div>
      {call.anonymous === false && call.callerPhone.trim() !== '' && (
        <div className="hl-look">
          <Tick label={t.lookUp} on={call.lookUp} onChange={(lookUp) => onChange({ lookUp })} />
          {call.lookUp && <SameNumber key={call.callerPhone} draft={id} phone={call.callerPhone} />}
        </div>
      )}
    </section>
  )
}
