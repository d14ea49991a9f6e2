import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { checksTexts } from '../texts/checks.ts'
import { readFile, useCheckChange } from './check-data.ts'

interface Text {
  readonly name: string
  readonly text: string
}

/** Texts that are checked together; more are checked in turns. */
const most = 5

/** With one text more; of two of one name the second is told apart. */
function added(texts: readonly Text[], one: Text): readonly Text[] {
  const same = texts.filter(({ name }) => name.startsWith(one.name)).length
  return [...texts, same > 0 ? { ...one, name: `${one.name}（${same + 1}）` } : one]
}

/** Pastes or uploads one text or several, and checks them. */
export function NewCheck() {
  const t = useTexts(checksTexts)
  const id = useId()
  const checkId = useNewId()
  const navigate = useNavigate()
  const change = useCheckChange()
  const [texts, setTexts] = useState<readonly Text[]>([])
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const all = pasted.trim() ? added(texts, { name: t.pasted(texts.length + 1), text: pasted }) : texts
  const take = async (files: FileList | null) => {
    setError(null)
    try {
      const read = await Promise.all(Array.from(files ?? [], readFile))
      setTexts((held) => read.reduce(added, held).slice(0, most))
    } catch (cause) {
      setError(cause)
    }
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || all.length === 0) return
    setBusy(true)
    setError(null)
    try {
      const check = await change('POST', '/checks', { id: checkId, texts: all })
      await navigate({ to: '/checks/$id', params: { id: check.id } })
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  return (
    <Panel title={t.start}>
      <form className="check-new" onSubmit={send}>
        <label htmlFor={`${id}-text`}>{t.paste}</label>
        <textarea
          id={`${id}-text`}
          className="field-in"
          rows={8}
          maxLength={50_000}
          value={pasted}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setPasted(event.target.value)}
        />
        <p id={`${id}-hint`} className="mut">
          {t.pasteHint}
        </p>
        <label htmlFor={`${id}-file`}>{t.file}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".docx,.txt"
          multiple
          disabled={texts.length >= most}
          onChange={async ({ target }) => {
            await take(target.files)
            target.value = ''
          }}
        />
        {texts.length > 0 && (
          <ul className="check-texts">
            {texts.map((one) => (
              <li key={one.name}>
                <span>{one.name}</span>
                <span className="mut">{t.chars(groupDigits(one.text.length))}</span>
                <button
                  type="button"
                  className="btn sml"
                  onClick={() => setTexts(texts.filter((other) => other !== one))}
                >
                  {t.remove}
                  <span className="vh">{one.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {error !== null && <ErrorNote error={error} />}
        <div className="foot">
          <button
            type="button"
            className="btn"
            disabled={!pasted.trim() || texts.length >= most - 1}
            onClick={() => {
              setTexts(all)
              setPasted('')
            }}
          >
            {t.add}
          </button>
          <button type="submit" className="btn pri" disabled={busy || all.length === 0}>
            {busy ? t.checking : t.check}
          </button>
        </div>
      </form>
    </Panel>
  )
}
