import { useId, useState } from 'react'
import { criteria } from '../../../programmes/honours/words.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiSend } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { useActionId } from '../records/data/action-id.ts'
import { recordPath, useKeepRecord } from '../records/data/records.ts'
import type { RecordView } from '../records/data/shapes.ts'
import { judgingTexts } from '../texts/judging.ts'
import type { Criterion, Weight } from './judging-data.ts'

const marks = Array.from({ length: 11 }, (_, mark) => mark)

/** One judge's sheet: a mark from 0 to 10 for each criterion of the call, the statement, a comment. */
export function ScoreSheet({ view, weights }: { view: RecordView; weights: readonly Weight[] }) {
  const t = useTexts(judgingTexts)
  const chosen = language.use()
  const id = useId()
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [given, setGiven] = useState<Partial<Record<Criterion, number>>>({})
  const [free, setFree] = useState(false)
  const [comment, setComment] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const may = (action: string) => view.abilities.actions.some((one) => one.id === action && one.allowed)
  const missing = weights.filter(({ criterion }) => given[criterion] === undefined).length
  const lacks = missing > 0 ? t.lacks(missing) : free ? '' : t.lacksFree

  const act = async (action: string, answers: Record<string, unknown>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    const content = { answers, revision: view.revision }
    try {
      const path = `${recordPath(view.programme, view.id)}/actions/${action}`
      keep(await apiSend<RecordView>('POST', path, { actionId: actionId({ action, ...content }), ...content }))
    } catch (cause) {
      setError(cause)
    } finally {
      setBusy(false)
    }
  }
  const send = () =>
    act('judge', {
      marks: weights.map(({ criterion }) => ({ criterion, mark: given[criterion] })),
      free: 'free',
      ...(comment.trim() && { comment: comment.trim() }),
    })

  return (
    <Panel title={t.sheet(view.title)} end={<AppLink to={`/records/${view.programme}/${view.id}`}>{t.whole}</AppLink>}>
      <div className="jd-body">
        <p className="jd-story">{String(view.answers.short ?? view.answers.abstract ?? '')}</p>
        {!may('judge') && <p className="note-box">{view.history.some(mine) ? t.done : t.notYours}</p>}
        {may('judge') && weights.length === 0 && <p className="note-box">{t.call}</p>}
        {may('judge') && weights.length > 0 && (
          <>
            {weights.map(({ criterion, weight }) => (
              <fieldset key={criterion} className="jd-marks">
                <legend>
                  {criteria[criterion][chosen]} <span className="mut sm">{t.weight(weight)}</span>
                </legend>
                {marks.map((mark) => (
                  <label key={mark}>
                    <input
                      type="radio"
                      name={`${id}-${criterion}`}
                      checked={given[criterion] === mark}
                      onChange={() => setGiven({ ...given, [criterion]: mark })}
                    />
                    <span>{mark}</span>
                  </label>
                ))}
              </fieldset>
            ))}
            <label className="jd-free">
              <input type="checkbox" checked={free} onChange={(event) => setFree(event.target.checked)} />
              <span>{view.programme === 'essay-review' ? t.freeBlind : t.free}</span>
            </label>
            <div className="form-row">
              <label htmlFor={`${id}-comment`}>{t.comment}</label>
              <textarea
                id={`${id}-comment`}
                className="field-in"
                rows={2}
                maxLength={500}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            </div>
            {error !== null && <ErrorNote error={error} />}
            <div className="jd-foot">
              <button
                type="button"
                className="btn pri"
                disabled={busy || lacks !== ''}
                onClick={send}
                aria-describedby={`${id}-lacks`}
              >
                {busy ? t.sending : t.send}
              </button>
              <span id={`${id}-lacks`} className="mut sm" role="status">
                {lacks}
              </span>
              <span className="sp" />
              <button
                type="button"
                className="btn ink"
                disabled={busy}
                onClick={() => act('standAside', {})}
                title={t.asideNote}
              >
                {t.aside}
              </button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}

/** A sheet whose answers this reader is shown while the judging is blind is her own. */
const mine = (done: RecordView['history'][number]) => done.action === 'judge' && done.answers.marks !== undefined
