import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { listColleagues } from '../../../../core/api/accounts.ts'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import { ApiRefusal, apiGet, apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordTexts } from '../../texts/record.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'
import { AloneDialog } from './AloneDialog.tsx'

/** Names the handlers of a sealed record among the colleagues of its organisation; a second person agrees to a new one. */
export function HandlersDialog({ view, onClose }: { view: RecordView; onClose: () => void }) {
  const t = useTexts(recordTexts)
  const marks = useTexts(marksTexts)
  const keep = useKeepRecord()
  const actionId = useActionId()
  const sent = useTexts(sentTexts)
  const [alone, setAlone] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listColleagues>>('/colleagues', {}, signal),
  })
  const handles = (account: string) =>
    view.seenBy.people.some((one) => one.account === account && one.why === 'handler')
  const waits = (account: string) => view.handlerRequests.some((one) => one.account === account)
  const toggle = async (account: string, reason?: string) => {
    setError(null)
    const body = { account, ...(handles(account) && { remove: true }), ...(reason && { reason }) }
    try {
      keep(
        await apiSend<RecordView>('POST', `${recordPath(view.programme, view.id)}/handlers`, {
          ...body,
          actionId: actionId({ ...body, revision: view.revision }),
        }),
      )
      setAlone(null)
    } catch (cause) {
      // Nobody else is there to agree: she may do it alone, with a reason.
      if (cause instanceof ApiRefusal && cause.code === 'reason-needed') setAlone(account)
      else setError(cause)
    }
  }
  if (alone !== null) return <AloneDialog onAdd={(reason) => toggle(alone, reason)} onClose={() => setAlone(null)} />
  return (
    <Dialog title={t.setHandlers} onClose={onClose}>
      <p className="hint">{sent.teamNote}</p>
      {colleagues.isPending && <LoadingBars rows={3} />}
      {colleagues.isError && <ErrorNote error={colleagues.error} onAgain={() => colleagues.refetch()} />}
      <ul className="see">
        {colleagues.data?.items.map((one) => (
          <li key={one.id}>
            <label className="tick">
              <input
                type="checkbox"
                checked={handles(one.id)}
                disabled={waits(one.id)}
                onChange={() => toggle(one.id)}
              />
              {one.displayName}
            </label>
            <span>{waits(one.id) ? sent.asking : one.roles.map(({ label }) => label).join(t.comma)}</span>
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNote error={error} />}
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {marks.close}
        </button>
      </div>
    </Dialog>
  )
}
