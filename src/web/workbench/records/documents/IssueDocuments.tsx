import { useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { documentsTexts } from '../../texts/documents.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'
import { type PossibleDocument, type RecordDocuments, useKeepDocuments } from './document-data.ts'

interface Props {
  view: RecordView
  possible: readonly PossibleDocument[]
  /** How many were issued so far. */
  issued: number
}

/** A button for each document that can be issued now; the others say in which state they can. */
export function IssueDocuments({ view, possible, issued }: Props) {
  const t = useTexts(documentsTexts)
  const chosen = language.use()
  const keep = useKeepDocuments(view)
  const actionId = useActionId()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const now = possible.filter(({ allowed }) => allowed)
  const later = possible.filter(({ allowed }) => !allowed)
  const issue = async ({ document }: PossibleDocument) => {
    setError(null)
    setBusy(document)
    try {
      const path = `${recordPath(view.programme, view.id)}/documents/${document}`
      // Sent again after a lost answer it is the same one; asked for once it is there, it is another.
      const id = actionId({ document, revision: view.revision, issued })
      keep(await apiSend<RecordDocuments>('POST', path, { id }))
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(null)
    }
  }
  return (
    <div className="docs-new">
      {now.length > 0 && <h3>{t.now}</h3>}
      <div className="docs-kinds">
        {now.map((one) => (
          <button key={one.document} type="button" className="btn" disabled={busy !== null} onClick={() => issue(one)}>
            <Icon name="document" small />
            {busy === one.document ? t.issuing : one.label[chosen]}
          </button>
        ))}
      </div>
      {now.length > 0 && <p className="hint">{t.byHand}</p>}
      {error !== null && <ErrorNote error={error} />}
      {later.length > 0 && (
        <details>
          <summary>{t.later(later.length)}</summary>
          <ul>
            {later.map((one) => (
              <li key={one.document}>
                <Icon name="lock" small />
                <span>{one.label[chosen]}</span>
                <span className="mut">{t.when(one.in.map((state) => state[chosen]).join(t.or))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
