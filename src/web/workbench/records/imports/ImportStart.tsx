import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { v7 } from 'uuid'
import { apiUrl } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { importsTexts } from '../../texts/imports.ts'
import { volunteerTexts } from '../../texts/volunteers.ts'
import { useRecord } from '../data/records.ts'
import type { ProgrammeShape } from '../data/shapes.ts'
import { sizeText, uploadFile } from '../files/upload.ts'
import type { ImportShape } from './import-data.ts'

interface Props {
  programmes: readonly ProgrammeShape[]
  asked: string
  /** The activity whose list is imported. */
  record: string | null
  onStarted: (id: string) => void
}

/** What to import, its template, and the filled sheet: tried first, or imported at once. */
export function ImportStart({ programmes, asked, record, onStarted }: Props) {
  const t = useTexts(importsTexts)
  const items = useTexts(volunteerTexts)
  const chosen = language.use()
  const client = useQueryClient()
  const id = useId()
  const makable = programmes.filter(({ mayCreate }) => mayCreate)
  const kinds = [
    ...makable.map((programme) => ({ value: programme.id, label: programme.label[chosen] })),
    ...(makable.some(({ id: one }) => one === 'volunteer')
      ? [{ value: 'mzt061-volunteer', label: items.importItems }]
      : []),
    { value: 'people', label: t.people },
    ...(record ? [{ value: 'attendance', label: t.attendance }] : []),
  ]
  const [what, setWhat] = useState(() => kinds.find(({ value }) => value === asked)?.value ?? kinds[0]?.value ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (dryRun: boolean) => {
    if (!file) return
    const form = new FormData()
    form.append('id', v7())
    form.append('what', what)
    form.append('dryRun', String(dryRun))
    if (what === 'attendance' && record) form.append('record', record)
    form.append('file', file)
    setError(null)
    setPart(0)
    try {
      const started = await uploadFile<ImportShape>('/imports', form, setPart)
      client.invalidateQueries({ queryKey: ['imports'] })
      onStarted(started.id)
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(true)
  }
  return (
    <Panel title={t.start}>
      <form className="import-form" onSubmit={submit}>
        <ol className="import-steps">
          <li>
            <label htmlFor={`${id}-w`}>{t.what}</label>
            <span className="import-what">
              <select
                id={`${id}-w`}
                className="field-in"
                value={what}
                onChange={(event) => setWhat(event.target.value)}
              >
                {kinds.map((kind) => (
                  <option key={kind.value} value={kind.value}>
                    {kind.label}
                  </option>
                ))}
              </select>
              <a className="btn" href={apiUrl(`/imports/template/${what}`)} download>
                <Icon name="import" small />
                {t.template}
              </a>
            </span>
            {what === 'attendance' && record && <Activity programmes={programmes} id={record} />}
          </li>
          <li>
            <label htmlFor={`${id}-f`}>{t.file}</label>
            <input
              id={`${id}-f`}
              className="field-in"
              type="file"
              accept=".xlsx"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
            <p className="hint">{file ? `${file.name} · ${sizeText(file.size)}` : t.fileHint}</p>
          </li>
          <li>
            <p className="as-label">{t.afterwards}</p>
            <span className="import-what">
              <button type="submit" className="btn" disabled={!file || part !== null}>
                {t.tryIt}
              </button>
              <button type="button" className="btn pri" disabled={!file || part !== null} onClick={() => send(false)}>
                {t.importIt}
              </button>
            </span>
            <p className="hint">{t.tryHint}</p>
          </li>
        </ol>
        {part !== null && <progress className="bar" aria-label={t.sending} value={part} max={1} />}
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Panel>
  )
}

/** Which activity the list belongs to. */
function Activity({ programmes, id }: { programmes: readonly ProgrammeShape[]; id: string }) {
  const t = useTexts(importsTexts)
  const programme = new URLSearchParams(window.location.search).get('programme') ?? ''
  const known = programmes.some((one) => one.id === programme)
  const record = useRecord(programme, id)
  if (!known || !record.data) return null
  return <p className="hint">{t.onto(record.data.title, record.data.onDate)}</p>
}
