import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { useMe } from '../../data/session.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'
import { FormFields } from './FormFields.tsx'
import type { FormState } from './use-form.ts'
import { readForm } from './values.ts'
import { faultWrongs, focusFirstWrong, refusalWrongs } from './wrongs.ts'

interface Props {
  fields: readonly FieldShape[]
  form: FormState
  /** Sends the answers; what it throws is shown at its field or above the buttons. Gives whether it dealt with a failure itself. */
  onSend: (answers: Record<string, unknown>) => Promise<void>
  onCancel: () => void
  /** Questions besides the definition's: before its own, and after them. */
  children?: ReactNode
  after?: ReactNode
}

/** A whole page of questions with its save button. */
export function RecordForm({ fields, form, onSend, onCancel, children, after }: Props) {
  const t = useTexts(recordFormTexts)
  const me = useMe()
  const box = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const wrongCount = Object.keys(form.wrongs).length
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setError(null)
    const { answers, faults } = readForm(fields, form.values, me.today)
    form.setWrongs(faultWrongs(faults, t.faults))
    if (Object.keys(faults).length > 0) return focusFirstWrong(box.current)
    setBusy(true)
    try {
      await onSend(answers)
    } catch (cause) {
      const wrongs = refusalWrongs(cause, fields)
      form.setWrongs(wrongs)
      if (Object.keys(wrongs).length > 0) focusFirstWrong(box.current)
      else setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form ref={box} className="panel rec-form" onSubmit={submit} noValidate autoComplete="off">
      {form.restored && (
        <p className="restored" role="status">
          {t.draftKept}
          <button type="button" className="btn txt" onClick={form.restart}>
            {t.draftDrop}
          </button>
        </p>
      )}
      {children}
      <FormFields fields={fields} form={form} />
      {after}
      {error !== null && <ErrorNote error={error} />}
      <div className="form-foot">
        <button type="submit" className="btn pri" disabled={busy}>
          {busy ? t.saving : t.save}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            form.forget()
            onCancel()
          }}
        >
          {t.cancel}
        </button>
        <p className="hint" role="status">
          {wrongCount > 0 ? t.wrongs(wrongCount) : t.draftNote}
        </p>
      </div>
    </form>
  )
}
