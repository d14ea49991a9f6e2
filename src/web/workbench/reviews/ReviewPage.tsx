import { useParams } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import type { Review } from '../../../core/api/reviews.ts'
import { formatPeriod } from '../../../core/period.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { ApiRefusal } from '../../kit/api.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { momentText } from '../../kit/date-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { reviewsTexts } from '../texts/reviews.ts'
import { type ReviewStep, StepDialog } from './ReviewDialogs.tsx'
import { ReviewText } from './ReviewText.tsx'
import './reviews.css'
import { useDrawn, useReview } from './review-data.ts'

/** The review in the address. */
export function ReviewPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { data, isError, error, refetch } = useReview(id)
  if (error instanceof ApiRefusal && error.status === 404) return <NothingHere />
  if (data) return <Shown review={data} />
  return (
    <div className="page">
      <Panel>{isError ? <ErrorNote error={error} onAgain={() => refetch()} /> : <LoadingBars rows={8} />}</Panel>
    </div>
  )
}

function Shown({ review }: { review: Review }) {
  const t = useTexts(reviewsTexts)
  const [step, setStep] = useState<ReviewStep | null>(null)
  const { abilities, state } = review
  usePageTitle(`${review.title} · ${t.pageTitle}`)
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={[{ key: 'reviews', label: t.title, to: '/reviews' }]} here={review.title} />
      <div className="head">
        <h1 lang="zh">{review.title}</h1>
        <span className="state">{t.states(state)}</span>
        {review.demo && <span className="tag line">{t.demo}</span>}
        <div className="act">
          <Actions review={review} onStep={setStep} />
        </div>
      </div>
      {state === 'asked' && !abilities.decide.allowed && (
        <p className="note-box">{abilities.decide.why ? t.second : t.waiting}</p>
      )}
      {review.reason && <p className="note-box">{review.reason}</p>}
      <Facts review={review} />
      <Preview review={review} />
      <Versions review={review} />
      {step && <StepDialog review={review} step={step} onClose={() => setStep(null)} />}
    </div>
  )
}

function Actions({ review, onStep }: { review: Review; onStep: (step: ReviewStep) => void }) {
  const t = useTexts(reviewsTexts)
  const { abilities, state } = review
  const button = (step: ReviewStep, label: string, main = false) => (
    <button type="button" className={main ? 'btn pri' : 'btn'} onClick={() => onStep(step)}>
      {label}
    </button>
  )
  return (
    <>
      <a className="btn" href={`/api/v1/reviews/${review.id}/file`} download>
        {t.word}
      </a>
      {review.number && (
        <a className="btn" href={`/reviews/${review.number}`} target="_blank" rel="noreferrer">
          {t.publicPage}
        </a>
      )}
      {abilities.edit.allowed && (
        <AppLink className={state === 'returned' ? 'btn pri' : 'btn'} to={`/reviews/${review.id}/edit`}>
          {t.edit}
        </AppLink>
      )}
      {abilities.withdraw.allowed && button('withdraw', t.withdraw)}
      {abilities.submit.allowed && button('submit', t.submit, true)}
      {abilities.decide.allowed && button('return', t.send)}
      {abilities.decide.allowed && button('approve', t.approve, true)}
    </>
  )
}

function Facts({ review }: { review: Review }) {
  const t = useTexts(reviewsTexts)
  const chosen = language.use()
  const rows: (readonly [string, ReactNode] | false)[] = [
    [t.org, review.org.name],
    [t.period, formatPeriod({ from: review.from, to: review.to }, chosen)],
    [t.version, t.versionOf(review.version)],
    review.release !== null && [
      t.release,
      <AppLink key="release" to={`/releases/${review.release.id}`}>
        {review.release.number ?? review.title}
      </AppLink>,
    ],
    review.sha256 !== null && [
      t.sha,
      <code key="sha" className="sm review-sum">
        {review.sha256}
      </code>,
    ],
  ]
  return (
    <Panel>
      <dl className="facts">
        {rows.map(
          (row) =>
            row && (
              <Fragment key={row[0]}>
                <dt>{row[0]}</dt>
                <dd>{row[1]}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </Panel>
  )
}

function Preview({ review }: { review: Review }) {
  const t = useTexts(reviewsTexts)
  const { data, isError, error, refetch } = useDrawn(review)
  return (
    <Panel title={t.preview} end={data ? `${t.asOf(momentText(data.asOf))} · ${t.numbers(data.figures.length)}` : ''}>
      {isError && <ErrorNote error={error} onAgain={() => refetch()} />}
      {!data && !isError && (
        <>
          <p role="status">{t.drawing}</p>
          <LoadingBars rows={10} />
        </>
      )}
      {data && <ReviewText drawn={data} />}
      {data && data.closed.length > 0 && (
        <details className="review-closed">
          <summary>{t.closed}</summary>
          <p lang="zh">{data.closed.join('、')}</p>
        </details>
      )}
    </Panel>
  )
}

function Versions({ review }: { review: Review }) {
  const t = useTexts(reviewsTexts)
  return (
    <Panel title={t.versions}>
      <div className="list-scroll">
        <table className="list">
          <caption className="vh">{t.versions}</caption>
          <thead>
            <tr>
              {[t.version, t.state, t.by, t.at, t.number].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.versions.map((one) => (
              <tr key={one.version}>
                <td data-label={t.version}>{t.versionOf(one.version)}</td>
                <td data-label={t.state}>{t.states(one.state)}</td>
                <td data-label={t.by}>{one.by}</td>
                <td data-label={t.at}>{momentText(one.at)}</td>
                <td data-label={t.number}>
                  {one.number && (
                    <a className="num sm" href={`/reviews/${one.number}`} target="_blank" rel="noreferrer">
                      {one.number}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
