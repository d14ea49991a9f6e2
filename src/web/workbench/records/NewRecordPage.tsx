import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { v7 } from 'uuid'
import { hrefOf } from '../../kit/AppLink.tsx'
import { ApiRefusal, apiSend } from '../../kit/api.ts'
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
import { recordPath, useKeepRecord } from './data/records.ts'
import type { ProgrammeShape, RecordView } from './data/shapes.ts'
import { prefilledBy } from './form/prefilled.ts'
import { RecordForm } from './form/RecordForm.tsx'
import { useForm } from './form/use-form.ts'
import { startValues } from './form/values.ts'
import { ProgrammeGate } from './ProgrammeGate.tsx'

/** 记一场, 登记一件: a new record. */
export function NewRecordPage() {
  return (
    <ProgrammeGate>
      {(programme) => (programme.mayCreate ? <NewRecord key={programme.id} programme={programme} /> : <NothingHere />)}
    </ProgrammeGate>
  )
}

function NewRecord({ programme }: { programme: ProgrammeShape }) {
  const t = useTexts(recordsTexts)
  const chosen = language.use()
  const router = useRouter()
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [id] = useState(() => v7())
  const [fields] = useState(() => programme.fields.filter((field) => programme.opens.includes(field.key)))
  const search: Record<string, unknown> = useSearch({ strict: false })
  const [given] = useState(() => prefilledBy(fields, search))
  const form = useForm(fields, {
    values: { ...startValues(fields), ...given.values },
    names: given.names,
    draftKey: [programme.id, ...Object.values(given.values), 'new'].join('.'),
  })
  const title = t.makeOne(programme.noun[chosen], programme.kind)
  usePageTitle(`${title} · ${programme.label[chosen]}`)
  const list = `/records/${programme.id}`
  const open = () => router.history.replace(hrefOf(recordPath(programme.id, id)))
  const send = async (all: Record<string, unknown>) => {
    const answers = Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== null))
    try {
      keep(await apiSend<RecordView>('POST', list, { id, actionId: actionId(answers), answers }))
    } catch (cause) {
      // An earlier send did arrive, and its answer was lost on the way: the record is there, and may be changed there.
      if (!(cause instanceof ApiRefusal && cause.code === 'action-reused')) throw cause
    }
    form.forget()
    open()
  }
  return (
    <div className="page rec-page">
      <Breadcrumb label={t.path} path={[{ key: 'list', label: programme.label[chosen], to: list }]} here={title} />
      <div className="head">
        <h1>{title}</h1>
      </div>
      <p className="rec-help">{programme.help[chosen]}</p>
      <RecordForm fields={fields} form={form} onSend={send} onCancel={() => router.history.push(hrefOf(list))} />
      {programme.id === 'job-post' && <WordingPanel fields={programme.fields} post={form.values} />}
    </div>
  )
}
