import { useQueryClient } from '@tanstack/react-query'
import { type Language, language, useTexts } from '../../kit/i18n.ts'
import { largeType } from '../../kit/large-type.ts'
import { Panel } from '../../kit/Panel.tsx'
import { meTexts } from '../texts/me.ts'

const languages: readonly [Language, string, string][] = [
  ['zh', '中文', 'zh-CN'],
  ['en', 'English', 'en'],
]

/** Language and large type, kept on this device. */
export function LookPanel() {
  const t = useTexts(meTexts)
  const client = useQueryClient()
  const chosen = language.use()
  const large = largeType.use()
  const speak = (next: Language) => {
    language.set(next)
    // Labels from the server come in the reader's language too.
    client.invalidateQueries()
  }
  return (
    <Panel title={t.look}>
      <div className="pad">
        <fieldset className="form-row choices">
          <legend>{t.language}</legend>
          {languages.map(([key, name, lang]) => (
            <label key={key} lang={lang}>
              <input type="radio" name="language" checked={chosen === key} onChange={() => speak(key)} />
              {name}
            </label>
          ))}
        </fieldset>
        <fieldset className="form-row choices">
          <legend>{t.largeType}</legend>
          {(['off', 'on'] as const).map((key) => (
            <label key={key}>
              <input type="radio" name="large" checked={large === key} onChange={() => largeType.set(key)} />
              {t[key]}
            </label>
          ))}
        </fieldset>
      </div>
    </Panel>
  )
}
