import { useParams, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Review } from '../../../core/api/reviews.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { ApiRefusal } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useMeasures } from '../data/measures.ts'
import { usePageTitle } from '../page-title.ts'
import { reviewsTexts } from '../texts/reviews.ts'
import './reviews.css'
import { useReview, useReviewChange } from './review-data.ts'

/** The text of a review in the address; saved as a new version. */
export function EditReviewPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { data, isError, error, refetch } = useReview(id)
  if (error instanceof ApiRefusal && error.status === 404) return <NothingHere />
  if (data) return data.abilities.edit.allowed ? <Edit review={data} /> : <NothingHere />
  return (
    <div className="page">
      <Panel>{isError ? <ErrorNote error={error} onAgain={() => refetch()} /> : <LoadingBars rows={8} />}</Panel>
    </div>
  )
}

function Edit({ review }: { review: Review }) {
  const t = useTexts(reviewsTexts)
  const router = useRouter()
  const change = useReviewChange()
  const body = useRef<HTMLTextAreaElement>(null)
  // The version she began with: what somebody saved meanwhile is not overwritten.
  const [version] = useState(review.version)
  const back = hrefOf(`/reviews/${review.id}`)
  usePageTitle(`${t.edit} · ${review.title}`)
  const insert = (measure: string) => {
    const area = body.current
    if (!area) return
    area.setRangeText(`{{ '${measure}' | figure }}`, area.selectionStart, area.selectionEnd, 'end')
    area.focus()
  }
  return (
    <div className="page">
      <Breadcrumb
        label={t.path}
        path={[
          { key: 'reviews', label: t.title, to: '/reviews' },
          { key: 'review', label: review.title, to: `/reviews/${review.id}` },
        ]}
        here={t.edit}
      />
      <div className="head">
        <h1>{t.edit}</h1>
      </div>
      <p className="mut">{t.editNote}</p>
      <div className="panel">
        <Form
          className="form-page review-form"
          submit={t.save}
          onCancel={() => router.history.push(back)}
          send={async (values) => {
            await change('PUT', `/reviews/${review.id}`, {
              version,
              title: values.text('title'),
              from: values.text('from'),
              to: values.text('to'),
              template: values.text('template'),
            })
            router.history.push(back)
          }}
        >
          <TextField name="title" label={t.name} required minLength={2} maxLength={100} defaultValue={review.title} />
          <TextField name="from" label={t.from} type="date" required defaultValue={review.from} />
          <TextField name="to" label={t.to} hint={t.toHint} type="date" required defaultValue={review.to} />
          <InsertFigure onChoose={insert} />
          <FieldRow name="template" label={t.body} hint={t.bodyHint} required>
            {(given) => (
              <textarea
                ref={body}
                className="field-in review-source"
                name="template"
                rows={24}
                required
                maxLength={50_000}
                defaultValue={review.template}
                lang="zh"
                {...given}
              />
            )}
          </FieldRow>
          <details>
            <summary>{t.howTo}</summary>
            <pre className="review-ways">{t.ways}</pre>
          </details>
        </Form>
      </div>
    </div>
  )
}

/** Finds a measure by its words and puts its figure where the cursor stands in the text. */
function InsertFigure({ onChoose }: { onChoose: (measure: string) => void }) {
  const t = useTexts(reviewsTexts)
  const { data = [] } = useMeasures()
  const [word, setWord] = useState('')
  const wanted = word.trim().toLowerCase()
  const found = wanted
    ? data.filter((m) => `${m.programmeLabel}${m.label}${m.id}`.toLowerCase().includes(wanted)).slice(0, 8)
    : []
  return (
    <div className="form-row">
      <label htmlFor="review-find">{t.insert}</label>
      <input
        id="review-find"
        className="field-in"
        type="search"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      {wanted && found.length === 0 && <p className="hint">{t.noMeasure}</p>}
      {found.length > 0 && (
        <div className="review-found">
          {found.map((m) => (
            <button key={m.id} type="button" className="btn sml" onClick={() => onChoose(m.id)}>
              {t.insertOne(`${m.programmeLabel} · ${m.label}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
