import { useRouter } from '@tanstack/react-router'
import { hrefOf } from '../../kit/AppLink.tsx'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { reviewsTexts } from '../texts/reviews.ts'
import { useReviewChange } from './review-data.ts'

/** Begins a review of one's own organisation with the annual template. */
export function NewReviewPage() {
  const t = useTexts(reviewsTexts)
  const router = useRouter()
  const year = useMe().today.slice(0, 4)
  const change = useReviewChange()
  const id = useNewId()
  usePageTitle(`${t.make} · ${t.pageTitle}`)
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={[{ key: 'reviews', label: t.title, to: '/reviews' }]} here={t.make} />
      <div className="head">
        <h1>{t.make}</h1>
      </div>
      <div className="panel">
        <Form
          className="form-page"
          submit={t.begin}
          onCancel={() => router.history.push(hrefOf('/reviews'))}
          send={async (values) => {
            const made = await change('POST', '/reviews', {
              id,
              title: values.text('title'),
              from: values.text('from'),
              to: values.text('to'),
            })
            router.history.push(hrefOf(`/reviews/${made.id}`))
          }}
        >
          <TextField name="title" label={t.name} hint={t.nameHint} required minLength={2} maxLength={100} />
          <div className="form-two">
            <TextField name="from" label={t.from} type="date" required defaultValue={`${year}-01-01`} />
            <TextField name="to" label={t.to} hint={t.toHint} type="date" required defaultValue={`${year}-12-31`} />
          </div>
        </Form>
      </div>
    </div>
  )
}
