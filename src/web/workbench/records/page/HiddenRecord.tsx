import { type FormEvent, useId, useState } from 'react'
import { v7 } from 'uuid'
import { apiSend } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { NothingHere } from '../../../kit/NothingHere.tsx'
import { recordTexts } from '../../texts/record.ts'
import { recordPath } from '../data/records.ts'
import type { ProgrammeShape } from '../data/shapes.ts'

const shortest = 10

/** A record that is not there, or not to be seen: nothing here tells which. Of a sealed programme one may ask to look. */
export function HiddenRecord({ programme, id }: { programme: ProgrammeShape; id: string }) {
  const t = useTexts(recordTexts)
  const field = useId()
  const [request] = useState(() => v7())
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await apiSend('POST', `${recordPath(programme.id, id)}/break-glass`, { id: request, reason: reason.trim() })
      setAsked(true)
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <>
      <NothingHere />
      {programme.confidential && (
        <div className="nothing glass">
          <details className="panel">
            <summary>{t.glassTitle}</summary>
            {asked ? (
              <p role="status">{t.glassAsked}</p>
            ) : (
              <form onSubmit={ask}>
                <p>{t.glassNote}</p>
                <div className="form-row">
                  <label htmlFor={field}>{t.reason}</label>
                  <textarea
                    id={field}
                    className="field-in"
                    rows={3}
                    maxLength={500}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                  <p className="hint">{t.glassReason(shortest)}</p>
                </div>
                {error !== null && <ErrorNote error={error} />}
                <button type="submit" className="btn" disabled={reason.trim().length < shortest}>
                  {t.glassAsk}
                </button>
              </form>
            )}
          </details>
        </div>
      )}
    </>
  )
}
