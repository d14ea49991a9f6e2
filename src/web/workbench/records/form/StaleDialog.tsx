import { useState } from 'react'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { answerText } from '../data/answer-text.ts'
import { factsOf, type StaleFacts } from '../data/refusal-facts.ts'
import type { FieldShape, ProgrammeShape } from '../data/shapes.ts'

interface Props {
  programme: ProgrammeShape
  facts: StaleFacts
  nameOf: (id: string) => string | undefined
  /** Saves my answers on top of the newer version; theirs are kept for the rest. */
  onChoose: (facts: StaleFacts, mine: Record<string, unknown>) => Promise<void>
  onClose: () => void
  /** It was changed once more meanwhile. */
  onAgain: (facts: StaleFacts) => void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Two people changed one record: both versions, field by field, to choose from. */
export function StaleDialog({ programme, facts, nameOf, onChoose, onClose, onAgain }: Props) {
  const t = useTexts(recordFormTexts)
  const marks = useTexts(marksTexts)
  const chosen = language.use()
  const [theirs, setTheirs] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const fields = programme.fields.filter(({ key }) => key in facts.yours)
  const differing = fields.filter(({ key }) => facts.masked.includes(key) || !same(facts.yours[key], facts.theirs[key]))
  const state = programme.states.find(({ id }) => id === facts.state)?.label[chosen] ?? facts.state
  const text = (field: FieldShape, answer: unknown) =>
    answerText(field, answer, { language: chosen, nameOf }) || t.empty
  const pick = (key: string, other: boolean) =>
    setTheirs((held) => (other ? [...held, key] : held.filter((one) => one !== key)))
  const go = async () => {
    setBusy(true)
    setError(null)
    const mine = Object.entries(facts.yours).filter(([key]) => !theirs.includes(key))
    try {
      await onChoose(facts, Object.fromEntries(mine))
    } catch (cause) {
      const again = factsOf<StaleFacts>(cause, 'stale-edit')
      if (again) onAgain(again)
      else setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t.staleTitle} onClose={onClose}>
      <p className="form-row">{differing.length > 0 ? t.staleNote : t.staleSame}</p>
      <p className="hint">{t.stateNow(state)}</p>
      {differing.map((field) => (
        <fieldset className="form-row versus" key={field.key}>
          <legend>{field.label[chosen]}</legend>
          <label>
            <input
              type="radio"
              name={field.key}
              checked={!theirs.includes(field.key)}
              onChange={() => pick(field.key, false)}
            />
            <span>
              <small>{t.staleMine}</small>
              {text(field, facts.yours[field.key])}
            </span>
          </label>
          <label>
            <input
              type="radio"
              name={field.key}
              checked={theirs.includes(field.key)}
              onChange={() => pick(field.key, true)}
            />
            <span>
              <small>{t.staleTheirs}</small>
              {facts.masked.includes(field.key) ? t.hiddenValue : text(field, facts.theirs[field.key])}
            </span>
          </label>
        </fieldset>
      ))}
      {error !== null && <ErrorNote error={error} />}
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {marks.cancel}
        </button>
        <button type="button" className="btn pri" disabled={busy} onClick={go}>
          {t.staleGo}
        </button>
      </div>
    </Dialog>
  )
}
