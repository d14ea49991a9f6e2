import { type FormEvent, useId, useRef, useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { useMe } from '../../data/session.ts'
import { recordTexts } from '../../texts/record.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import { sentTexts } from '../../texts/sent-records.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import { factsOf, type StaleFacts } from '../data/refusal-facts.ts'
import type { Ability, Acted, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { FormFields } from '../form/FormFields.tsx'
import { namesIn } from '../form/names.ts'
import { StaleDialog } from '../form/StaleDialog.tsx'
import { useForm } from '../form/use-form.ts'
import { readForm, startValues, valuesOf } from '../form/values.ts'
import { faultWrongs, focusFirstWrong, refusalWrongs } from '../form/wrongs.ts'
import { MovedDialog } from './MovedDialog.tsx'
import { StepRows } from './StepRows.tsx'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  ability: Ability
  onClose: () => void
}

/** A step of the procedure: what it asks, the day it happened, a reason where one is owed. */
export function ActionDialog({ programme, view, ability, onClose }: Props) {
  const t = useTexts(recordTexts)
  const words = useTexts(recordFormTexts)
  const marks = useTexts(marksTexts)
  const sent = useTexts(sentTexts)
  const chosen = language.use()
  const me = useMe()
  const keep = useKeepRecord()
  const actionId = useActionId()
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  // Masked answers that a step fills in anew are written whole: what is there already is not shown here.
  const [fields] = useState(() => [
    ...programme.fields
      .filter(({ key }) => ability.fills.includes(key))
      .map((field) => ({ ...field, required: needed(ability, field) })),
    ...ability.asks,
  ])
  const [names] = useState(() => namesIn(view))
  const form = useForm(fields, { values: { ...startValues(fields), ...valuesOf(fields, view.answers) }, names })
  const [on, setOn] = useState(me.today)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const [stale, setStale] = useState<StaleFacts | null>(null)

  const act = async (answers: Record<string, unknown>, revision: number) => {
    const content = {
      answers,
      revision,
      ...(reason.trim() && { reason: reason.trim() }),
      ...(on !== me.today && { on }),
    }
    const path = `${recordPath(programme.id, view.id)}/actions/${ability.id}`
    const answer = await apiSend<Acted>('POST', path, { actionId: actionId(content), ...content })
    if ('moved' in answer) return setMoved(answer.moved.name)
    keep(answer)
    onClose()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setError(null)
    const { answers, faults } = readForm(fields, form.values, me.today)
    const wrongs = {
      ...faultWrongs(faults, words.faults),
      ...(ability.reason && !reason.trim() && { reason: t.reasonNeeded }),
    }
    form.setWrongs(wrongs)
    if (Object.keys(wrongs).length > 0) return focusFirstWrong(box.current)
    setBusy(true)
    try {
      await act(Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null)), view.revision)
    } catch (cause) {
      const facts = factsOf<StaleFacts>(cause, 'stale-edit')
      const found = refusalWrongs(cause, fields)
      form.setWrongs(found)
      if (facts) setStale(facts)
      else if (Object.keys(found).length > 0) focusFirstWrong(box.current)
      else setError(cause)
    } finally {
      setBusy(false)
    }
  }
  if (moved !== null) return <MovedDialog programme={programme.id} to={moved} />
  if (stale)
    return (
      <StaleDialog
        programme={programme}
        facts={stale}
        nameOf={form.names.nameOf}
        onChoose={(facts, mine) => act(mine, facts.revision)}
        onClose={() => setStale(null)}
        onAgain={setStale}
      />
    )
  const wanted = ability.checks.filter(({ met }) => !met)
  return (
    <Dialog title={ability.label[chosen]} onClose={onClose}>
      <form ref={box} className="act-form" onSubmit={submit} noValidate autoComplete="off">
        <p className="hint">{view.title}</p>
        {ability.moves !== null && <p className="note-box">{sent.movesNote}</p>}
        {wanted.length > 0 && (
          <p className="note-box">{t.stepWants(wanted.map(({ label }) => label[chosen]).join(t.comma))}</p>
        )}
        <FormFields fields={fields} form={form} conditions={wanted.length > 0} />
        <StepRows
          id={id}
          on={on}
          onOn={setOn}
          today={me.today}
          reason={ability.reason ? reason : null}
          onReason={setReason}
          wrongs={form.wrongs}
        />
        {error !== null && <ErrorNote error={error} />}
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {marks.cancel}
          </button>
          <button type="submit" className={ability.tone === 'safety' ? 'btn ink' : 'btn pri'} disabled={busy}>
            {busy ? words.saving : ability.label[chosen]}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The one field a step fills because a condition asks for it is not optional here; of several, the conditions say. */
function needed({ fills, checks }: Ability, field: { required: boolean }): boolean {
  return field.required || (fills.length === 1 && checks.some(({ met }) => !met))
}
