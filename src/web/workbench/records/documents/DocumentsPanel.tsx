import { useQuery } from '@tanstack/react-query'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { Panel } from '../../../kit/Panel.tsx'
import { documentsTexts } from '../../texts/documents.ts'
import type { RecordView } from '../data/shapes.ts'
import './documents.css'
import { documentsQuery } from './document-data.ts'
import { IssueDocuments } from './IssueDocuments.tsx'
import { IssuedRow } from './IssuedRow.tsx'

/** The documents of a record: what was issued, newest first, and what can be issued now. */
export function DocumentsPanel({ view }: { view: RecordView }) {
  const t = useTexts(documentsTexts)
  const documents = useQuery(documentsQuery(view))
  const { issued = [], possible = [] } = documents.data ?? {}
  // A service without documents, or a reader who has none of them, needs no empty box.
  if (documents.isSuccess && issued.length + possible.length === 0) return null
  return (
    <Panel tight title={t.title} end={issued.length > 0 ? t.count(issued.length) : undefined}>
      {documents.isPending && <LoadingBars rows={2} />}
      {documents.isError && <ErrorNote error={documents.error} onAgain={() => documents.refetch()} />}
      {documents.isSuccess && issued.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="docs">
        {issued.map((one) => (
          <IssuedRow key={one.id} view={view} issued={one} />
        ))}
      </ul>
      {possible.length > 0 && <IssueDocuments view={view} possible={possible} issued={issued.length} />}
    </Panel>
  )
}
