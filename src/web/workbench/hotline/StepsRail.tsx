import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, signs } from './call.ts'
import { stepPlaces } from './use-call-keys.ts'

/** The way of a call, in five steps; each goes to its place. */
export function StepsRail({ call, onLeave }: { call: Call; onLeave: () => void }) {
  const t = useTexts(hotlineTexts)
  const answered = signs.filter((sign) => call.danger[sign] !== undefined).length
  const steps = [t.danger, t.contact, t.words, t.advice, t.outcome]
  const done = [
    answered === signs.length,
    call.anonymous !== undefined,
    call.narrative !== '' && call.category !== '',
    call.advice !== '',
    call.outcome !== '',
  ]
  return (
    <nav className="hl-rail" aria-label={t.steps}>
      <h2>{t.steps}</h2>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <button type="button" onClick={() => document.getElementById(stepPlaces[index] ?? '')?.focus()}>
              <i className={done[index] ? 'done' : ''}>{index + 1}</i>
              {step}
              {index === 0 && <small>{t.answered(answered)}</small>}
            </button>
          </li>
        ))}
      </ol>
      <AppLink className="hl-back" to="/" onClick={onLeave}>
        {t.back}
      </AppLink>
    </nav>
  )
}
