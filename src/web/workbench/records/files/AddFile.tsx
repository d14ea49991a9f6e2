import { useId, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import type { PrivacyClass } from '../../../kit/PrivacyMark.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordTexts } from '../../texts/record.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { uploadFile } from './upload.ts'

interface Props {
  path: string
  /** Files of a sealed record are sealed: P3 at least. */
  sealed: boolean
  /** It was sent to somebody: a file may be meant for her too. */
  sent: boolean
  onDone: () => void
}

const open: readonly PrivacyClass[] = ['P1', 'P2', 'P3', 'P4']

/** Attaches a file: choose how private it is, choose it, and see how far it is. */
export function AddFile({ path, sealed, sent, onDone }: Props) {
  const t = useTexts(recordTexts)
  const words = useTexts(sentTexts)
  const marks = useTexts(marksTexts)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const classes = sealed ? open.slice(2) : open
  const [level, setLevel] = useState<PrivacyClass>(sealed ? 'P4' : 'P2')
  const [shared, setShared] = useState(false)
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File) => {
    const form = new FormData()
    form.append('id', v7())
    form.append('class', level)
    if (sent) form.append('forReceiver', String(shared))
    form.append('file', file)
    setError(null)
    setPart(0)
    try {
      await uploadFile(path, form, setPart)
      onDone()
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <div className="add-file">
      <label htmlFor={`${id}-c`}>{t.fileClass}</label>
      <select
        id={`${id}-c`}
        className="field-in"
        value={level}
        onChange={(event) => setLevel(event.target.value as PrivacyClass)}
      >
        {classes.map((one) => (
          <option key={one} value={one}>
            {`${one} ${marks[`privacy${one}`]}`}
          </option>
        ))}
      </select>
      {sent && (
        <label className="tick">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {words.forReceiver}
        </label>
      )}
      <label className="btn" htmlFor={`${id}-f`}>
        <Icon name="plus" small />
        {t.addFile}
      </label>
      <input
        ref={input}
        id={`${id}-f`}
        className="vh file-in"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,.heic,.mp3,.mp4,.docx,.xlsx"
        disabled={part !== null}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) send(file)
        }}
      />
      <p className="hint">{t.fileHint}</p>
      {part !== null && <progress className="bar" aria-label={t.sending} value={part} max={1} />}
      {error !== null && <ErrorNote error={error} />}
    </div>
  )
}
