import { useParams, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { LocalDetail } from '../../../core/api/local-programmes.ts'
import type { LocalSpec } from '../../../core/local/spec.ts'
import type { Level } from '../../../core/org-code.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { ApiRefusal } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useSettled } from '../../kit/use-settled.ts'
import { usePageTitle } from '../page-title.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { BasicsStep } from './BasicsStep.tsx'
import { FieldsStep } from './FieldsStep.tsx'
import './local.css'
import { useLocal, useLocalChange, useLocalGround, useReading } from './local-data.ts'
import { MeasuresStep } from './MeasuresStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { FormReading, WordsReading } from './ReadingPanels.tsx'
import { type Before, type ComposeStep, composeSteps, newSpec, nothingBefore, readSpec } from './spec-draft.ts'

const pages = { basics: BasicsStep, fields: FieldsStep, people: PeopleStep, measures: MeasuresStep }

/** Composes a programme, or its next version, in four steps beside a preview of what comes of it. */
export function ComposePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const t = useTexts(localTexts)
  const ground = useLocalGround()
  const local = useLocal(id)
  const failed = ground.error ?? local.error
  if (failed instanceof ApiRefusal && [400, 403, 404].includes(failed.status)) return <NothingHere />
  if (failed)
    return (
      <div className="page">
        <Panel>
          <ErrorNote error={failed} onAgain={() => Promise.all([ground.refetch(), local.refetch()])} />
        </Panel>
      </div>
    )
  if (!ground.data || (id && !local.data)) return <LoadingBars rows={8} />
  if (!(local.data ? local.data.abilities.compose : ground.data.mayCompose)) return <NothingHere />
  const first = local.data?.versions.at(-1)?.spec
  const start = first ?? newSpec(ground.data.levels, { title: t.titleDefault, dated: t.datedDefault })
  return <Compose key={id} start={start} local={local.data} levels={ground.data.levels} />
}

function Compose({
  start,
  local,
  levels,
}: {
  start: LocalSpec
  local: LocalDetail | undefined
  levels: readonly Level[]
}) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const router = useRouter()
  const change = useLocalChange()
  const newId = useNewId()
  const [opened] = useState(local)
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState<ComposeStep>('basics')
  const [english, setEnglish] = useState(start.label.en !== '')
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const before = useMemo(() => beforeOf(opened), [opened])
  const put = (part: Partial<LocalSpec>) => setDraft((held) => ({ ...held, ...part }))
  const { spec, open } = readSpec(draft)
  const stepNames = { basics: t.stepBasics, fields: t.stepFields, people: t.stepPeople, measures: t.stepMeasures }
  const title = opened?.label[chosen] ?? t.compose
  usePageTitle(`${title} · ${t.pageTitle}`)
  const at = composeSteps.indexOf(step)
  const Page = pages[step]
  const back = composeSteps[at - 1]
  const forward = composeSteps[at + 1]
  const save = async () => {
    if (!spec || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const saved = await send(spec)
      router.history.push(hrefOf(`/local-programmes/${saved.id}`))
    } catch (cause) {
      setFailure(cause)
    } finally {
      setBusy(false)
    }
  }
  const send = (whole: LocalSpec) => {
    const newest = opened?.versions.at(-1)
    if (!opened || !newest) return change('POST', '/local-programmes', { id: newId, spec: whole })
    const next = newest.state === 'in-force'
    return change('PUT', `/local-programmes/${opened.id}/versions/${newest.version + (next ? 1 : 0)}`, {
      revision: next ? 1 : newest.revision,
      spec: whole,
    })
  }
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={[{ key: 'local', label: t.title, to: '/local-programmes' }]} here={title} />
      <div className="head">
        <h1>{title}</h1>
        <span className="mut">{t.stepOf(at + 1, composeSteps.length)}</span>
      </div>
      <nav className="local-steps" aria-label={t.compose}>
        {composeSteps.map((one) => (
          <button
            key={one}
            type="button"
            className="btn sml"
            aria-current={one === step ? 'step' : undefined}
            onClick={() => setStep(one)}
          >
            {stepNames[one]}
          </button>
        ))}
      </nav>
      <div className="local-grid">
        <Panel title={stepNames[step]}>
          <form
            className="form-page"
            autoComplete="off"
            onSubmit={(event) => {
              event.preventDefault()
              if (forward) setStep(forward)
              else save()
            }}
          >
            <Page {...{ draft, put, before, levels, english }} onEnglish={setEnglish} />
            {failure !== null && <ErrorNote error={failure} />}
            <div className="foot">
              {back && (
                <button type="button" className="btn" onClick={() => setStep(back)}>
                  {t.back}
                </button>
              )}
              {forward ? (
                <button type="submit" className="btn pri">
                  {t.forward}
                </button>
              ) : (
                <button type="submit" className="btn pri" disabled={!spec || busy}>
                  {t.save}
                </button>
              )}
            </div>
          </form>
        </Panel>
        <Preview spec={spec} open={open && stepNames[open]} programme={opened?.id} />
      </div>
    </div>
  )
}

/** What comes of it so far, as the house itself says. */
function Preview({
  spec,
  open,
  programme,
}: {
  spec: LocalSpec | undefined
  open: string | undefined
  programme: string | undefined
}) {
  const t = useTexts(localTexts)
  const settled = useSettled(spec ? JSON.stringify(spec) : '', 400)
  const whole = useMemo(() => (settled ? (JSON.parse(settled) as LocalSpec) : undefined), [settled])
  const reading = useReading(whole, programme)
  return (
    <section className="local-col" aria-label={t.preview}>
      {open && <p className="note-box">{t.incomplete(open)}</p>}
      {whole && reading.error && (
        <div className="note-box" role="status">
          <p>{t.problem}</p>
          <p>{reading.error.message}</p>
        </div>
      )}
      {whole && reading.data && !reading.error && (
        <>
          <FormReading reading={reading.data} />
          <WordsReading reading={reading.data} />
        </>
      )}
    </section>
  )
}

function beforeOf(local: LocalDetail | undefined): Before {
  if (!local) return nothingBefore
  const force = local.versions.filter(({ state }) => state === 'in-force').map(({ spec }) => spec)
  const all = local.versions.flatMap(({ spec }) => [...spec.fields, ...spec.measures].map(({ key }) => key))
  return {
    fixed: force.length > 0,
    fields: new Set(force.flatMap(({ fields }) => fields.map(({ key }) => key))),
    measures: new Set(force.flatMap(({ measures }) => measures.map(({ key }) => key))),
    keys: all,
  }
}
