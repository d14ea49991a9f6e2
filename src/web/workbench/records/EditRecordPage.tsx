import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { hrefOf } from '../../kit/AppLink.tsx'
import { apiSend } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { WordingPanel } from '../employment/WordingPanel.tsx'
import { usePageTitle } from '../page-title.ts'
import { recordsTexts } from '../texts/records.ts'
import './styles/list.css'
import './styles/form.css'
import './styles/dialogs.css'
import { useActionId } from './data/action-id.ts'
import { type Opened, recordPath, useKeepRecord } from './data/records.ts'
import { factsOf, type StaleFacts } from './data/refusal-facts.ts'
import type { ProgrammeShape, RecordView } from './data/shapes.ts'
import { MaskedRows } from './form/MaskedRows.tsx'
import { namesIn } from './form/names.ts'
import { RecordForm } from './form/RecordForm.tsx'
import { StaleDialog } from './form/StaleDialog.tsx'
import { useForm } from './form/use-form.ts'
import { changedAnswers, valuesOf } from './form/values.ts'
import { ProgrammeGate } from './ProgrammeGate.tsx'
import { RecordGate } from './RecordGate.tsx'

/** Changes a record's fields; only what was changed is sent. */
export function EditRecordPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return (
    <ProgrammeGate>
      {(programme) => (
        <RecordGate programme={programme} id={id}>
          {(view) =>
            view.abilities.edit ? (
              <EditRecord key={id} programme={view.madeUnder ?? programme} view={view} />
            ) : (
              <NothingHere />
            )
          }
        </RecordGate>
      )}
    </ProgrammeGate>
  )
}

function EditRecord({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordsTexts)
  const chosen = language.use()
  const router = useRouter()
  const keep = useKeepRecord()
  const actionId = useActionId()
  // The form goes on from the version it was opened with, whatever is fetched meanwhile: the server says when that is stale.
  const [start] = useState(view)
  const [base, setBase] = useState<Record<string, unknown>>(start.answers)
  const [revision, setRevision] = useState(start.revision)
  const [masked, setMasked] = useState(() => start.masked.map((one) => one.field))
  const [stale, setStale] = useState<StaleFacts | null>(null)
  const [shown] = useState(() =>
    programme.fields.filter(
      ({ key }) => programme.opens.includes(key) || start.answers[key] !== undefined || masked.includes(key),
    ),
  )
  const [fields, setFields] = useState(() => shown.filter(({ key }) => !masked.includes(key)))
  const [names] = useState(() => namesIn(start))
  const form = useForm(fields, { values: valuesOf(shown, start.answers), names, draftKey: `${view.id}.edit` })
  const back = () => router.history.push(hrefOf(recordPath(programme.id, view.id)))
  usePageTitle(`${t.edit} · ${view.title}`)

  const opened = (key: string, { values, persons }: Opened) => {
    for (const person of persons) form.names.learn(person.id, person.name)
    setBase((held) => ({ ...held, [key]: values[key] }))
    form.put(valuesOf(shown, { [key]: values[key] }))
    const left = masked.filter((one) => one !== key)
    setMasked(left)
    setFields(shown.filter((field) => !left.includes(field.key)))
  }
  const save = async (answers: Record<string, unknown>, from: number) => {
    if (Object.keys(answers).length > 0)
      keep(
        await apiSend<RecordView>('PATCH', recordPath(programme.id, view.id), {
          ...{ actionId: actionId({ answers, from }), revision: from, answers },
        }),
      )
    form.forget()
    back()
  }
  const send = async (all: Record<string, unknown>) => {
    try {
      await save(changedAnswers(base, all), revision)
    } catch (cause) {
      const facts = factsOf<StaleFacts>(cause, 'stale-edit')
      if (!facts) throw cause
      setStale(facts)
    }
  }
  const choose = (facts: StaleFacts, mine: Record<string, unknown>) => {
    const theirs = Object.fromEntries(Object.entries(facts.theirs).filter(([key]) => !(key in mine)))
    setBase((held) => ({ ...held, ...facts.theirs }))
    form.put({ ...Object.fromEntries(Object.keys(theirs).map((key) => [key, undefined])), ...valuesOf(shown, theirs) })
    setRevision(facts.revision)
    return save(mine, facts.revision)
  }
  return (
    <div className="page rec-page">
      <Breadcrumb
        label={t.path}
        path={[
          { key: 'list', label: programme.label[chosen], to: `/records/${programme.id}` },
          { key: 'record', label: view.number ?? view.title, to: recordPath(programme.id, view.id) },
        ]}
        here={t.edit}
      />
      <div className="head">
        <h1>{t.editOf(view.title)}</h1>
      </div>
      <RecordForm fields={fields} form={form} onSend={send} onCancel={back}>
        <MaskedRows view={view} fields={shown.filter(({ key }) => masked.includes(key))} onOpened={opened} />
      </RecordForm>
      {programme.id === 'job-post' && <WordingPanel fields={programme.fields} post={form.values} />}
      {stale && (
        <StaleDialog
          programme={programme}
          facts={stale}
          nameOf={form.names.nameOf}
          onChoose={choose}
          onClose={() => setStale(null)}
          onAgain={setStale}
        />
      )}
    </div>
  )
}
