import { useId } from 'react'
import { concernedAges, evidenceKinds } from '../../../programmes/hotline/forms.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { hotlineTexts } from '../texts/hotline.ts'
import type { Call } from './call.ts'
import { Choose, Line, TextArea, Tick } from './inputs.tsx'

interface Props {
  call: Call
  onChange: (change: Partial<Call>) => void
}

/** What she says, as she says it. */
export function WordsPanel({ call, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  const note = useId()
  return (
    <section className="panel hl-words" aria-labelledby="hl-3">
      <div className="sec">
        <h2 id="hl-3">
          <label htmlFor="hl-words">{t.words}</label>
        </h2>
        <span className="mut sm">{t.wordsNote}</span>
      </div>
      <textarea
        id="hl-words"
        className="field-in"
        rows={6}
        maxLength={5000}
        value={call.narrative}
        aria-describedby={note}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange({ narrative: event.target.value })}
      />
      <p className="hl-foot" id={note}>
        <PrivacyMark level="P4" />
        <span>{t.autosave}</span>
        <span>{t.letters(call.narrative.length)}</span>
      </p>
    </section>
  )
}

/** What else the record asks: her wish, the children, what can prove it. */
export function MorePanel({ call, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const holds = (kind: string, on: boolean) =>
    onChange({ evidence: on ? [...call.evidence, kind] : call.evidence.filter((one) => one !== kind) })
  return (
    <section className="panel" aria-label={t.request}>
      <div className="hl-form">
        <TextArea
          label={t.request}
          rows={2}
          max={1000}
          value={call.request}
          onChange={(request) => onChange({ request })}
        />
        <Choose
          label={t.age}
          value={call.concernedAge}
          options={concernedAges}
          onChange={(concernedAge) => onChange({ concernedAge })}
        />
        <Line label={t.children} max={300} value={call.children} onChange={(children) => onChange({ children })} />
        <Line label={t.opposite} max={300} value={call.opposite} onChange={(opposite) => onChange({ opposite })} />
        <fieldset className="hl-field wide">
          <legend>{t.evidence}</legend>
          <div className="hl-ticks">
            {Object.entries(evidenceKinds).map(([kind, words]) => (
              <Tick
                key={kind}
                label={words[chosen]}
                on={call.evidence.includes(kind)}
                onChange={(on) => holds(kind, on)}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </section>
  )
}
