import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { PurposeDialog } from '../../../kit/PurposeDialog.tsx'
import { documentsTexts } from '../../texts/documents.ts'
import type { RecordView } from '../data/shapes.ts'
import { CheckDialog } from './CheckDialog.tsx'
import { documentsQuery, type IssuedDocument, saveDocument } from './document-data.ts'
import { PrintLog } from './PrintLog.tsx'

/** One issued document: number, version, day, checksum; printed with a purpose where it is private. */
export function IssuedRow({ view, issued }: { view: RecordView; issued: IssuedDocument }) {
  const t = useTexts(documentsTexts)
  const chosen = language.use()
  const client = useQueryClient()
  const [open, setOpen] = useState<'purpose' | 'check' | 'log' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const verb = issued.prints > 0 ? t.reprint : t.print
  const print = async (purpose?: string) => {
    setOpen(null)
    setError(null)
    try {
      await saveDocument(issued.id, purpose)
      await client.invalidateQueries({ queryKey: documentsQuery(view).queryKey })
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <li>
      <Icon name="document" />
      <div>
        <b>{issued.label[chosen]}</b>
        <span className="docs-no">{issued.number}</span>
        <p>{[t.issue(issued.issue, issued.latest), t.by(issued.on, issued.by.org.name, issued.by.name)].join(' · ')}</p>
        {issued.gone ? (
          <p>{t.gone}</p>
        ) : (
          <p>{[t.checksum(issued.sha256.slice(0, 8)), t.prints(issued.prints)].join(' · ')}</p>
        )}
        {error !== null && <ErrorNote error={error} />}
      </div>
      <PrivacyMark level={issued.class} />
      <div className="docs-acts">
        {issued.mayOpen && !issued.gone && (
          <button
            type="button"
            className="btn"
            aria-label={t.printOne(verb, issued.number)}
            onClick={() => (issued.needsPurpose ? setOpen('purpose') : print())}
          >
            {verb}
          </button>
        )}
        <button
          type="button"
          className="btn txt"
          aria-label={t.checkOf(issued.number)}
          onClick={() => setOpen('check')}
        >
          {t.check}
        </button>
        {issued.mayOpen && (
          <button type="button" className="btn txt" aria-label={t.logOf(issued.number)} onClick={() => setOpen('log')}>
            {t.log}
          </button>
        )}
      </div>
      {open === 'purpose' && <PurposeDialog onGive={print} onClose={() => setOpen(null)} />}
      {open === 'check' && <CheckDialog issued={issued} onClose={() => setOpen(null)} />}
      {open === 'log' && <PrintLog issued={issued} onClose={() => setOpen(null)} />}
    </li>
  )
}
