import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { ExplainedSide, explainFigures } from '../../../core/api/releases.ts'
import { formatPeriod } from '../../../core/period.ts'
import type { Unit } from '../../../core/unit.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { type Language, language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { figureText } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { explainTexts } from '../texts/explain.ts'
import { releasesTexts } from '../texts/releases.ts'
import { ExplainedPart } from './ExplainedPart.tsx'

type Explained = ResponseOf<typeof explainFigures>

/** Two figures side by side: what they have in common, and every entry that is in one of them only. All of it in the address. */
export function ExplainPage() {
  const t = useTexts(explainTexts)
  const releases = useTexts(releasesTexts)
  const router = useRouter()
  const search: { a?: string; b?: string } = useSearch({ strict: false })
  const [a, b] = [search.a ?? '', search.b ?? '']
  const query = useQuery({
    queryKey: ['explain', a, b],
    queryFn: ({ signal }) => apiGet<Explained>('/figures/explain', { a, b }, signal),
    enabled: a !== '' && b !== '',
    retry: false,
  })
  usePageTitle(t.pageTitle)
  return (
    <div className="page">
      <Breadcrumb
        label={releases.path}
        path={[{ key: 'releases', label: releases.title, to: '/releases' }]}
        here={t.title}
      />
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <Panel>
        <p className="mut">{t.note}</p>
        <Form
          key={`${a} ${b}`}
          className="form-page"
          submit={t.compare}
          send={async (values) => {
            const sides = new URLSearchParams({ a: values.text('a'), b: values.text('b') })
            router.history.push(hrefOf(`/figures/explain?${sides}`))
          }}
        >
          <TextField name="a" label={t.first} hint={t.sideHint} required maxLength={900} defaultValue={a} />
          <TextField name="b" label={t.second} required maxLength={900} defaultValue={b} />
        </Form>
      </Panel>
      {query.isLoading && (
        <Panel>
          <LoadingBars rows={6} />
        </Panel>
      )}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.data && (
        <>
          <Sides explained={query.data} />
          {query.data.parts.length === 0 && <p className="note-box">{t.unlike}</p>}
          {query.data.parts.map((part) => (
            <ExplainedPart key={part.measure} part={part} unit={query.data.a.unit as Unit} />
          ))}
        </>
      )}
    </div>
  )
}

function Sides({ explained: { a, b, same } }: { explained: Explained }) {
  const t = useTexts(explainTexts)
  const chosen = language.use()
  const rows: [string, boolean | null, (side: ExplainedSide) => string][] = [
    [t.value, null, (side) => figureText(side.value, side.unit as Unit)],
    [t.measure, same.measure, (side) => side.label[chosen]],
    [t.unit, same.unit, (side) => side.unitLabel[chosen]],
    [t.org, same.org, (side) => side.org.name],
    [t.period, same.period, (side) => periodOf(side, chosen)],
    [t.asOf, same.asOf, (side) => momentText(side.asOf)],
    [t.version, same.version, (side) => String(side.version)],
  ]
  return (
    <section className="panel" aria-label={t.what}>
      <div className="list-scroll">
        <table className="list">
          <caption className="vh">{t.what}</caption>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{a.trace ?? t.first}</th>
              <th scope="col">{b.trace ?? t.second}</th>
              <th scope="col">{t.same}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, equal, of]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label={t.first}>{of(a)}</td>
                <td data-label={t.second}>{of(b)}</td>
                <td data-label={t.same}>{equal === null ? '' : equal ? t.same : <b>{t.differs}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const periodOf = ({ from, to }: ExplainedSide, chosen: Language) =>
  from === '0001-01-01' ? to : formatPeriod({ from, to }, chosen)
