import { lawArticles, type Snippet, snippetsFor } from '../../../programmes/hotline/advice.ts'
import { spoken } from '../../../programmes/hotline/questions.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'
import { type Call, signs } from './call.ts'

interface Props {
  call: Call
  at: number
  onChange: (change: Partial<Call>) => void
}

/** What to say, whom she can turn to, the articles, and the keys. */
export function AidRail({ call, at, onChange }: Props) {
  const t = useTexts(hotlineTexts)
  const chosen = language.use()
  const sign = signs.find((one, index) => index >= at && call.danger[one] === undefined)
  const write = ({ law, text }: Snippet) => {
    const advice = [call.advice.trim(), text[chosen]].filter(Boolean).join('\n')
    onChange({ advice, laws: call.laws.includes(law) ? call.laws : [...call.laws, law] })
  }
  const keys: readonly [string, string][] = [
    ['Y N U', t.keySaid],
    ['↑ ↓', t.keyMove],
    ['Alt 1–5', t.keyStep],
    ['F4', t.keyTransfer],
    ['F9', t.key110],
    ['F10', t.keyEnd],
    ['Esc Esc', t.keyLeave],
  ]
  return (
    <aside className="hl-aid" aria-label={t.aid}>
      <section>
        <h2>{t.askThis}</h2>
        <p className="hl-say">{sign ? spoken[sign][chosen] : t.askEnd}</p>
        <p className="hl-hush">
          <b>{t.cannotTalk}</b>
          <br />
          {t.cannotTalkSay}
        </p>
      </section>
      <section>
        <h2>{t.who}</h2>
        <dl className="hl-who">
          <dt>{t.whoPolice}</dt>
          <dd>{t.whoPoliceHow}</dd>
          <dt>{t.whoOrder}</dt>
          <dd>{t.whoOrderHow}</dd>
          <dt>{t.whoAid}</dt>
          <dd>{t.whoAidHow}</dd>
        </dl>
      </section>
      <section>
        <h2>
          {t.law} <span className="mut sm">{t.lawNote}</span>
        </h2>
        <ul className="hl-law">
          {snippetsFor(call.category || undefined).map((snippet) => (
            <li key={snippet.law}>
              <button type="button" className="btn txt" onClick={() => write(snippet)}>
                {lawArticles[snippet.law][chosen]}
              </button>
              <span>{snippet.says[chosen]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="hl-keys">
        <h2>{t.keys}</h2>
        <dl>
          {keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd className="kbd">{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  )
}
