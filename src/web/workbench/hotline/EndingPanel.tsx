import { ageBands, harmSituations } from '../../../core/rights-words.ts'
import { caseBasis, handOver, lines } from '../../../programmes/hotline/forms.ts'
import { useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, isOfViolence, type Outcome } from './call.ts'
import { Choose, Line, TextArea, Tick } from './inputs.tsx'

interface Props {
  call: Call
  onChange: (change: Partial<Call>) => void
}

const outcomes: readonly Outcome[] = ['toCase', 'closeAdvice', 'transfer', 'later', 'suspect']

/** What she was told. */
export function AdvicePanel({ call, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  return (
    <section className="panel" aria-labelledby="hl-4">
      <div className="sec">
        <h2 id="hl-4" tabIndex={-1}>
          {t.advice}
        </h2>
        <span className="mut sm">{t.adviceNote}</span>
      </div>
      <div className="hl-form">
        <TextArea
          label={t.advice}
          named={false}
          rows={4}
          value={call.advice}
          onChange={(advice) => onChange({ advice })}
        />
      </div>
    </section>
  )
}

/** Where it goes from here. */
export function EndingPanel({ call, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  const violent = isOfViolence(call)
  const allowed = outcomes.filter((one) => one !== 'suspect' || !violent)
  const handsOver = call.outcome === 'transfer' || call.outcome === 'closeAdvice' || call.outcome === 'toCase'
  return (
    <section className="panel" aria-labelledby="hl-5">
      <div className="sec">
        <h2 id="hl-5" tabIndex={-1}>
          {t.outcome}
        </h2>
      </div>
      <div className="hl-form">
        <fieldset className="hl-field wide">
          <legend className="vh">{t.outcome}</legend>
          <div className="hl-radios">
            {allowed.map((outcome) => (
              <label key={outcome}>
                <input
                  type="radio"
                  name="outcome"
                  checked={call.outcome === outcome}
                  onChange={() => onChange({ outcome })}
                />
                {t.outcomes(outcome)}
              </label>
            ))}
          </div>
        </fieldset>
        {call.outcome === 'toCase' && (
          <Choose
            label={t.basis}
            value={call.basis}
            options={caseBasis.basis.options}
            onChange={(basis) => onChange({ basis })}
          />
        )}
        {handsOver && (
          <fieldset className="hl-part">
            <legend>{call.outcome === 'transfer' ? t.transfer : t.refer}</legend>
            <Choose label={t.line} value={call.line} options={lines} onChange={(line) => onChange({ line })} />
            <Line label={t.agency} value={call.agency} onChange={(agency) => onChange({ agency })} />
            <Choose
              label={t.way}
              value={call.way}
              options={handOver.way.options}
              onChange={(way) => onChange({ way })}
            />
          </fieldset>
        )}
        {call.outcome === 'closeAdvice' && violent && (
          <TextArea
            label={t.ownWish}
            rows={2}
            max={500}
            value={call.ownWish}
            onChange={(ownWish) => onChange({ ownWish })}
          />
        )}
        {call.outcome === 'suspect' && (
          <TextArea
            label={t.reason}
            rows={2}
            max={500}
            value={call.reason}
            onChange={(reason) => onChange({ reason })}
          />
        )}
        <Line
          label={t.callbackOn}
          type="date"
          value={call.callbackOn}
          onChange={(callbackOn) => onChange({ callbackOn })}
        />
        <Line
          label={t.callbackAt}
          type="time"
          value={call.callbackAt}
          onChange={(callbackAt) => onChange({ callbackAt })}
        />
        <div className="hl-field wide">
          <Tick
            label={t.consentToShare}
            on={call.consentToShare}
            onChange={(consentToShare) => onChange({ consentToShare })}
          />
          <Tick label={t.report} on={call.report} onChange={(report) => onChange({ report })} />
        </div>
        {call.report && (
          <fieldset className="hl-part">
            <legend className="vh">{t.report}</legend>
            <Choose
              label={t.situation}
              value={call.situation}
              options={harmSituations}
              onChange={(situation) => onChange({ situation })}
            />
            <Choose
              label={t.childAge}
              value={call.childAge}
              options={ageBands}
              onChange={(childAge) => onChange({ childAge })}
            />
            <Line label={t.where} max={120} value={call.where} onChange={(where) => onChange({ where })} />
            <TextArea label={t.what} rows={2} max={2000} value={call.what} onChange={(what) => onChange({ what })} />
          </fieldset>
        )}
      </div>
    </section>
  )
}
