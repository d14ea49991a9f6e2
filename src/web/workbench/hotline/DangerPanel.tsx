import { type KeyboardEvent, useRef, useState } from 'react'
import { needsScreening } from '../../../programmes/hotline/gates.ts'
import { type Sign, spoken } from '../../../programmes/hotline/questions.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, isDanger, type Said, signs, urgencyOf } from './call.ts'
import { TextArea } from './inputs.tsx'

const saids: readonly Said[] = ['yes', 'no', 'unsure']
const keys: Readonly<Record<string, Said>> = { KeyY: 'yes', KeyN: 'no', KeyU: 'unsure' }

interface Props {
  call: Call
  onChange: (change: Partial<Call>) => void
  at: number
  onAt: (index: number) => void
}

/** The nine questions, one key each. The keys work where the focus is on a question, and nowhere else. */
export function DangerPanel({ call, onChange, at, onAt }: Props) {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const rows = useRef<(HTMLLIElement | null)[]>([])
  const [cut, setCut] = useState(call.cutOff)
  const grade = urgencyOf(call)
  const go = (index: number) => {
    onAt(index)
    rows.current[index]?.focus()
  }
  const answer = (sign: Sign, said: Said, index: number) => {
    onChange({ danger: { ...call.danger, [sign]: said } })
    if (index + 1 < signs.length) go(index + 1)
    else document.getElementById('hl-words')?.focus()
  }
  const press = (event: KeyboardEvent, sign: Sign, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const said = keys[event.code]
    if (said) answer(sign, said, index)
    else if (event.key === 'ArrowDown') go(Math.min(index + 1, signs.length - 1))
    else if (event.key === 'ArrowUp') go(Math.max(index - 1, 0))
    else return
    event.preventDefault()
  }
  const cutOff = () => {
    const rest = signs.filter((sign) => call.danger[sign] === undefined).map((sign) => [sign, 'unsure'])
    onChange({ cutOff: true, danger: { ...call.danger, ...Object.fromEntries(rest) } })
    setCut(true)
  }
  const needed = call.category === '' || needsScreening(call.category)
  return (
    <section className="panel" aria-labelledby="hl-1">
      <div className="sec hl-sec">
        <h2 id="hl-1">{t.danger}</h2>
        <span className="mut sm">{needed ? t.dangerNote : t.dangerNotNeeded}</span>
        <ol className="hl-grade" aria-label={t.urgencyLabel(t.urgency(grade))}>
          {(['green', 'yellow', 'orange', 'red'] as const).map((one) => (
            <li key={one} className={one === grade ? 'on' : ''} aria-current={one === grade ? 'true' : undefined}>
              <i className={one} />
              {t.urgency(one)}
            </li>
          ))}
        </ol>
      </div>
      <ol className="hl-q">
        {signs.map((sign, index) => (
          <li
            key={sign}
            ref={(row) => {
              rows.current[index] = row
            }}
            id={`hl-q${index}`}
            className={index === at ? 'now' : ''}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => onAt(index)}
            onKeyDown={(event) => press(event, sign, index)}
          >
            <span className="n">{index + 1}</span>
            {spoken[sign][chosen]}
            {/* biome-ignore lint/a11y/useSemanticElements: three buttons in a row are no fieldset */}
            <div className="hl-seg" role="group" aria-label={t.question(index + 1, spoken[sign][chosen])}>
              {saids.map((said) => (
                <button
                  key={said}
                  type="button"
                  tabIndex={index === at ? 0 : -1}
                  className={call.danger[sign] === said ? `on ${said}` : said}
                  aria-pressed={call.danger[sign] === said}
                  onClick={() => answer(sign, said, index)}
                >
                  <span className="kbd" aria-hidden="true">
                    {t.saidKey(said)}
                  </span>
                  {t.said(said)}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="hl-why">
        <p aria-live="polite">
          <b>{t.urgency(grade)}</b> {t.urgencySays(grade)}
        </p>
        {cut ? (
          <span className="mut">{t.wasCutOff}</span>
        ) : (
          <button type="button" className="btn txt" onClick={cutOff}>
            {t.cutOff}
          </button>
        )}
      </div>
      {isDanger(call) && call.policeAt === '' && (
        <div className="hl-form one">
          <TextArea label={t.allClear} value={call.allClear} rows={2} onChange={(allClear) => onChange({ allClear })} />
        </div>
      )}
    </section>
  )
}
