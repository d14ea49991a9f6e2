import { type FormEvent, useId, useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import { factsOf, type StaleFacts } from '../data/refusal-facts.ts'
import type { Heads, RecordView } from '../data/shapes.ts'
import { HeadRow, type HeadValue } from './HeadRow.tsx'

const asValue = (head: Heads): HeadValue => ({
  count: String(head.count),
  grade: head.grade,
  reason: head.reason ?? '',
  evidence: head.evidence ?? '',
})

/** Counts heads of those who did not sign in: with the sheet attached, or as an estimate that says why. */
export function HeadsDialog({ view, onClose }: { view: RecordView; onClose: () => void }) {
  const t = useTexts(attendanceTexts)
  const marks = useTexts(marksTexts)
  const id = useId()
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [rows, setRows] = useState<readonly HeadValue[]>(() =>
    view.heads.length > 0 ? view.heads.map(asValue) : [{ count: '', grade: 'B', reason: '', evidence: '' }],
  )
  const [revision, setRevision] = useState(view.revision)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const faults = rows.map(faultOf)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (busy || faults.some(Boolean)) return
    setBusy(true)
    setError(null)
    const heads = rows.map((row) => ({
      count: Number(row.count.normalize('NFKC')),
      grade: row.grade,
      ...(row.grade === 'B' ? { evidence: row.evidence } : { reason: row.reason.trim() }),
    }))
    try {
      const body = { revision, heads }
      const path = `${recordPath(view.programme, view.id)}/heads`
      keep(await apiSend<RecordView>('PUT', path, { actionId: actionId(body), ...body }))
      onClose()
    } catch (cause) {
      // The counts on the screen are this hand's; a second press saves them on the newer version.
      const stale = factsOf<StaleFacts>(cause, 'stale-edit')
      if (stale) setRevision(stale.revision)
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  function faultOf(row: HeadValue): 'count' | 'evidence' | 'reason' | null {
    if (!/^\d{1,6}$/.test(row.count.normalize('NFKC').trim()) || Number(row.count) < 1) return 'count'
    if (row.grade === 'B') return row.evidence === '' ? 'evidence' : null
    return row.reason.trim() === '' ? 'reason' : null
  }
  return (
    <Dialog title={t.countHeads} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <p className="hint">{t.headsNote}</p>
        {rows.map((row, at) => (
          <HeadRow
            // biome-ignore lint/suspicious/noArrayIndexKey: head-counts have no id and keep their order
            key={at}
            id={`${id}-${at}`}
            at={at}
            row={row}
            files={view.attachments}
            fault={tried ? (faults[at] ?? null) : null}
            onChange={(change) => setRows(rows.map((held, index) => (index === at ? { ...held, ...change } : held)))}
            onRemove={() => setRows(rows.filter((_, index) => index !== at))}
          />
        ))}
        <button
          type="button"
          className="btn txt"
          onClick={() => setRows([...rows, { count: '', grade: 'C', reason: '', evidence: '' }])}
        >
          <Icon name="plus" small />
          {t.addHeads}
        </button>
        {error !== null && <ErrorNote error={error} />}
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {marks.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={busy}>
            {t.saveHeads}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
