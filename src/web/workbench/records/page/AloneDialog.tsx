import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../kit/Dialog.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { sentTexts } from '../../texts/sent-records.ts'

/** The only person who could agree adds a handler herself: with a reason, and the level above hears of it. */
export function AloneDialog({ onAdd, onClose }: { onAdd: (reason: string) => void; onClose: () => void }) {
  const t = useTexts(sentTexts)
  const marks = useTexts(marksTexts)
  const id = useId()
  const [reason, setReason] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) onAdd(reason.trim())
  }
  return (
    <Dialog title={t.aloneTitle} onClose={onClose}>
      <form onSubmit={add}>
        <p className="note-box">{t.aloneNote}</p>
        <div className="form-row">
          <label htmlFor={id}>{t.reason}</label>
          <textarea
            id={id}
            className="field-in"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {marks.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={!reason.trim()}>
            {t.alone}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
