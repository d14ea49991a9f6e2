import { useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { recordTexts } from '../../texts/record.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

/** Handlers that wait for a second person; whoever may decide says yes or no here. */
export function NewHandlers({ view }: { view: RecordView }) {
  const t = useTexts(sentTexts)
  const words = useTexts(recordTexts)
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [error, setError] = useState<unknown>(null)
  if (view.handlerRequests.length === 0) return null
  const decide = async (request: string, agreed: boolean) => {
    setError(null)
    const path = `${recordPath(view.programme, view.id)}/handlers/${request}`
    try {
      keep(await apiSend<RecordView>('POST', path, { actionId: actionId({ request, agreed }), agreed }))
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <section className="new-handlers" aria-label={t.waiting}>
      <h3>{t.waiting}</h3>
      <ul className="see">
        {view.handlerRequests.map((one) => (
          <li key={one.id} className="stack">
            {one.name ?? words.someone}
            {one.reason && <span>{words.because(one.reason)}</span>}
            {one.mine && <span>{t.waitingMine}</span>}
            {one.mayDecide && (
              <span className="tags">
                <button type="button" className="btn" onClick={() => decide(one.id, true)}>
                  {t.agree}
                </button>
                <button type="button" className="btn txt" onClick={() => decide(one.id, false)}>
                  {t.disagree}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNote error={error} />}
    </section>
  )
}
