import { useId, useMemo, useState } from 'react'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import type { RecordView } from '../data/shapes.ts'
import { NamesContext } from '../form/names.ts'
import { PersonInput } from '../form/PersonInput.tsx'
import { useAttend } from './use-attend.ts'

/** Writes somebody on the list as she comes in: choose, and she is there. */
export function AddPeople({ view, timed }: { view: RecordView; timed: boolean }) {
  const t = useTexts(attendanceTexts)
  const id = useId()
  const { attend, busy, error } = useAttend(view)
  const [minutes, setMinutes] = useState('')
  const [last, setLast] = useState<string | null>(null)
  const names = useMemo(() => ({ nameOf: () => undefined, learn: (_id: string, name: string) => setLast(name) }), [])
  const given = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : undefined
  const add = async (person: string) => {
    if (person === '' || busy) return
    if (!(await attend({ people: [{ person, ...(timed && given !== undefined && { minutes: given }) }] })))
      setLast(null)
  }
  return (
    <div className="add-people">
      <label htmlFor={id}>{t.addOne}</label>
      <NamesContext value={names}>
        <PersonInput id={id} value="" onChange={add} />
      </NamesContext>
      {timed && (
        <label className="minutes">
          {t.minutesEach}
          <input
            className="field-in"
            inputMode="numeric"
            maxLength={3}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </label>
      )}
      <p className="hint" role="status">
        {busy ? t.writing : error === null && last !== null ? t.added(last) : t.addHint}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </div>
  )
}
