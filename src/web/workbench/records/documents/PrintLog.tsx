import { useQuery } from '@tanstack/react-query'
import { apiGet } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { momentText } from '../../../kit/date-text.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { documentsTexts } from '../../texts/documents.ts'
import type { IssuedDocument, Prints } from './document-data.ts'

/** Who printed it, when and what for. */
export function PrintLog({ issued, onClose }: { issued: IssuedDocument; onClose: () => void }) {
  const t = useTexts(documentsTexts)
  const marks = useTexts(marksTexts)
  const prints = useQuery({
    queryKey: ['document-prints', issued.id, issued.prints],
    queryFn: ({ signal }) => apiGet<Prints>(`/documents/${issued.id}/prints`, {}, signal),
  })
  return (
    <Dialog title={t.logOf(issued.number)} onClose={onClose}>
      {prints.isPending && <LoadingBars rows={2} />}
      {prints.isError && <ErrorNote error={prints.error} onAgain={() => prints.refetch()} />}
      {prints.data?.items.length === 0 && <p className="form-row">{t.logNone}</p>}
      <ul className="docs-log">
        {prints.data?.items.map(({ at, by, purpose }) => (
          <li key={at}>
            <span className="docs-no">{momentText(at)}</span>
            <span>{[by.org.name, by.name ?? t.someone, purpose].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {marks.close}
        </button>
      </div>
    </Dialog>
  )
}
