import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiSend, apiUrl } from '../../../kit/api.ts'
import { momentText } from '../../../kit/date-text.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { PurposeDialog } from '../../../kit/PurposeDialog.tsx'
import { recordTexts } from '../../texts/record.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { recordPath } from '../data/records.ts'
import type { Attachment, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { AddFile } from './AddFile.tsx'
import { RemoveFileDialog } from './RemoveFileDialog.tsx'
import { sizeText } from './upload.ts'

const sealed = (file: Attachment) => file.class === 'P3' || file.class === 'P4'

/** The files of a record: the sheet, the photos, the signed agreement. Sealed ones ask for a purpose before they open. */
export function Files({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const sent = useTexts(sentTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState<Attachment | null>(null)
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const [error, setError] = useState<unknown>(null)
  const base = `${recordPath(view.programme, view.id)}/attachments`
  if (view.attachments.length === 0 && !view.abilities.attach) return null
  const refresh = () => client.invalidateQueries({ queryKey: ['record', view.programme, view.id] })
  const open = (file: Attachment, purpose: string) => {
    setAsking(null)
    window.location.assign(apiUrl(`${base}/${file.id}`, { purpose }))
  }
  const remove = async (file: Attachment) => {
    setRemoving(null)
    setError(null)
    try {
      await apiSend('DELETE', `${base}/${file.id}`)
      await refresh()
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <Panel tight title={t.files} end={view.attachments.length > 0 ? t.filesCount(view.attachments.length) : undefined}>
      {view.attachments.length === 0 && <p className="empty">{t.noFiles}</p>}
      <ul className="files">
        {view.attachments.map((file) => (
          <li key={file.id}>
            <Icon name="document" />
            <div>
              {sealed(file) ? (
                <button type="button" className="file-name" onClick={() => setAsking(file)}>
                  {file.name}
                </button>
              ) : (
                <a className="file-name" href={apiUrl(`${base}/${file.id}`)} download>
                  {file.name}
                </a>
              )}
              <p>{`${sizeText(file.size)} · ${momentText(file.at)}`}</p>
            </div>
            <PrivacyMark level={file.class} />
            {!view.received && file.forReceiver && <span className="tag line">{sent.forReceiverTag}</span>}
            {view.abilities.attach && !view.received && (
              <button
                type="button"
                className="btn txt"
                aria-label={t.removeFile(file.name)}
                onClick={() => setRemoving(file)}
              >
                {t.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNote error={error} />}
      {view.abilities.attach && (
        <AddFile path={base} sealed={programme.confidential} sent={view.abilities.share} onDone={refresh} />
      )}
      {asking && <PurposeDialog onGive={(purpose) => open(asking, purpose)} onClose={() => setAsking(null)} />}
      {removing && (
        <RemoveFileDialog name={removing.name} onYes={() => remove(removing)} onClose={() => setRemoving(null)} />
      )}
    </Panel>
  )
}
