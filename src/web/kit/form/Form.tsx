import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { ApiRefusal } from '../api.ts'
import { ErrorNote } from '../ErrorNote.tsx'
import { useTexts } from '../i18n.ts'
import { showIt } from '../show-it.ts'
import { formTexts } from '../texts/form.ts'
import { FormWrongs } from './field-refusal.ts'
import { findFaults } from './form-faults.ts'
import { FormValues } from './form-values.ts'

interface Props {
  /** Sends what was filled in; what the server refuses is shown at its field, or above the buttons. */
  send: (values: FormValues) => Promise<unknown>
  submit: string
  onCancel?: () => void
  /** Shown instead of the plain note for refusals the page has more to say about. */
  explain?: (refusal: ApiRefusal, again: (values?: Record<string, string>) => void) => ReactNode
  /** Ink instead of the accent, for what cannot be undone. */
  grave?: boolean
  disabled?: boolean
  className?: string
  children: ReactNode
}

/** A form: fields keep what was typed whatever the server says, one press sends once, a refused field takes the focus. */
export function Form({ send, submit, onCancel, explain, grave = false, disabled = false, className, children }: Props) {
  const t = useTexts(formTexts)
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [atField, setAtField] = useState(false)
  const [faults, setFaults] = useState<Readonly<Record<string, string>> | null>(null)
  const [tries, setTries] = useState(0)
  const run = async (extra: Record<string, string> = {}) => {
    if (busy || !form.current) return
    const values = new FormValues(form.current)
    for (const [name, value] of Object.entries(extra)) values.data.set(name, value)
    setBusy(true)
    try {
      await send(values)
      setError(null)
    } catch (cause) {
      setError(cause)
      setTries(tries + 1)
      setAtField(focusField(form.current, cause))
    } finally {
      setBusy(false)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const found = findFaults(event.currentTarget, t)
    setFaults(found)
    if (!found) run()
  }
  const refusal = error instanceof ApiRefusal ? error : null
  const explained = refusal ? explain?.(refusal, run) : null
  return (
    <FormWrongs value={faults ?? refusedAt(refusal)}>
      <form ref={form} className={className} onSubmit={onSubmit} noValidate autoComplete="off">
        {children}
        {explained && (
          <div key={tries} ref={showIt}>
            {explained}
          </div>
        )}
        {error !== null && !explained && !atField && <ErrorNote error={error} />}
        <div className="foot">
          {onCancel && (
            <button type="button" className="btn" onClick={onCancel}>
              {t.cancel}
            </button>
          )}
          <button type="submit" className={grave ? 'btn ink' : 'btn pri'} disabled={busy || disabled}>
            {busy ? t.sending : submit}
          </button>
        </div>
      </form>
    </FormWrongs>
  )
}

const refusedAt = (refusal: ApiRefusal | null): Readonly<Record<string, string>> =>
  refusal?.field && refusal.message ? { [refusal.field]: refusal.message } : {}

/** Goes to the field a refusal is about. False when the form has no such field. */
function focusField(form: HTMLFormElement, cause: unknown): boolean {
  if (!(cause instanceof ApiRefusal) || !cause.field || !cause.message) return false
  const named = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(cause.field)}"]`)
  named?.focus()
  return named !== null
}
