import { useId, useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { CopyText } from '../../../kit/CopyText.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { documentsTexts } from '../../texts/documents.ts'
import type { IssuedDocument, Verdict } from './document-data.ts'

/** Whether a file is the one that was issued: chosen here, checked by the server, kept nowhere. */
export function CheckDialog({ issued, onClose }: { issued: IssuedDocument; onClose: () => void }) {
  const t = useTexts(documentsTexts)
  const marks = useTexts(marksTexts)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [error, setError] = useState<unknown>(null)
  const check = async (file: File) => {
    const form = new FormData()
    form.append('file', file)
    setError(null)
    setVerdict(null)
    setBusy(true)
    try {
      setVerdict(await apiSend<Verdict>('POST', `/documents/${issued.id}/verify-file`, form))
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t.checkOf(issued.number)} onClose={onClose}>
      <p className="form-row">{t.checkNote}</p>
      <p className="form-row">
        <label className="btn" htmlFor={id}>
          <Icon name="document" small />
          {busy ? t.checking : t.file}
        </label>
        <input
          id={id}
          className="vh file-in"
          type="file"
          accept=".docx"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) check(file)
          }}
        />
      </p>
      <p className="form-row" aria-live="polite">
        {verdict && (
          <b>
            <Icon name={verdict.same ? 'ok' : 'warn'} small />
            {verdict.text}
            {verdict.same && !verdict.latest && ` ${t.old}`}
          </b>
        )}
      </p>
      {error !== null && <ErrorNote error={error} />}
      <CopyText text={issued.sha256} label={t.whole} />
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {marks.close}
        </button>
      </div>
    </Dialog>
  )
}
