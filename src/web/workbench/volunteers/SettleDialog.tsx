import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../kit/Dialog.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { marksTexts } from '../../kit/texts/marks.ts'
import { useAttend } from '../records/attendance/use-attend.ts'
import type { RecordView } from '../records/data/shapes.ts'
import { volunteerTexts } from '../texts/volunteers.ts'

interface Props {
  view: RecordView
  person: string
  name: string
  minutes: number | null
  onClose: () => void
}

/** A forgotten sign-out, a late start: the leader writes the true time and why. */
export function SettleDialog({ view, person, name, minutes, onClose }: Props) {
  const t = useTexts(volunteerTexts)
  const marks = useTexts(marksTexts)
  const id = useId()
  const { attend, busy, error } = useAttend(view)
  const [typed, setTyped] = useState(minutes === null ? '' : String(minutes))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const long = /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 720 ? Number(typed) : undefined
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (long === undefined || reason.trim() === '') return
    if (await attend({ people: [{ person, minutes: long }], reason: reason.trim() })) onClose()
  }
  return (
    <Dialog title={`${t.settleTitle} · ${name}`} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <p className="hint">{t.settleNote}</p>
        <div className={tried && long === undefined ? 'form-row bad' : 'form-row'}>
          <label htmlFor={`${id}-m`}>{t.settleMinutes}</label>
          <input
            id={`${id}-m`}
            className="field-in"
            inputMode="numeric"
            maxLength={3}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {tried && long === undefined && <p className="why">{t.minutesWrong}</p>}
        </div>
        <div className={tried && reason.trim() === '' ? 'form-row bad' : 'form-row'}>
          <label htmlFor={`${id}-r`}>{t.reason}</label>
          <input
            id={`${id}-r`}
            className="field-in"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {tried && reason.trim() === '' && <p className="why">{t.reasonNeeded}</p>}
        </div>
        {error !== null && <ErrorNote error={error} />}
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {marks.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={busy}>
            {t.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
