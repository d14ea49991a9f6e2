import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { listColleagues } from '../../../../core/api/accounts.ts'
import type { ResponseOf } from '../../../../core/api/contract.ts'
import { apiGet, apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordTexts } from '../../texts/record.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

/** Names the handlers of a sealed record among the colleagues of its organisation. */
export function HandlersDialog({ view, onClose }: { view: RecordView; onClose: () => void }) {
  const t = useTexts(recordTexts)
  const marks = useTexts(marksTexts)
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [error, setError] = useState<unknown>(null)
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => apiGet<ResponseOf<typeof listColleagues>>('/colleagues', {}, signal),
  })
  const handles = (account: string) =>
    view.seenBy.people.some((one) => one.account === account && one.why === 'handler')
  const toggle = async (account: string) => {
    setError(null)
    const body = { account, ...(handles(account) && { remove: true }) }
    try {
      keep(
        await apiSend<RecordView>('POST', `${recordPath(view.programme, view.id)}/handlers`, {
          ...body,
          actionId: actionId({ ...body, revision: view.revision }),
        }),
      )
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <Dialog title={t.setHandlers} onClose={onClose}>
      <p className="hint">{t.handlersNote}</p>
      {colleagues.isPending && <LoadingBars rows={3} />}
      {colleagues.isError && <ErrorNote error={colleagues.error} onAgain={() => colleagues.refetch()} />}
      <ul className="see">
        {colleagues.data?.items.map((one) => (
          <li key={one.id}>
            <label className="tick">
              <input type="checkbox" checked={handles(one.id)} onChange={() => toggle(one.id)} />
              {one.displayName}
            </label>
            <span>{one.roles.map(({ label }) => label).join(t.comma)}</span>
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
