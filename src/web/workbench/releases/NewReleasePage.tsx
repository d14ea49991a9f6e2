import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { hrefOf } from '../../kit/AppLink.tsx'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMeasures } from '../data/measures.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { releasesTexts } from '../texts/releases.ts'
import { ChooseMeasures } from './ChooseMeasures.tsx'
import { useReleaseChange, useReleaseGround } from './release-data.ts'

/** Chooses figures of one's own organisation for one period, and asks a second person. */
export function NewReleasePage() {
  const t = useTexts(releasesTexts)
  const router = useRouter()
  const me = useMe()
  const org = me.post?.org.code ?? 0
  const change = useReleaseChange()
  const { sealed } = useReleaseGround(org)
  const id = useNewId()
  const { data: measures } = useMeasures()
  const [chosen, setChosen] = useState<readonly string[]>([])
  usePageTitle(`${t.make} · ${t.pageTitle}`)
  const earlier = sealed.map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={[{ key: 'releases', label: t.title, to: '/releases' }]} here={t.make} />
      <div className="head">
        <h1>{t.make}</h1>
      </div>
      <div className="panel">
        <Form
          className="form-page"
          submit={t.ask}
          disabled={chosen.length === 0}
          onCancel={() => router.history.push(hrefOf('/releases'))}
          send={async (values) => {
            const from = values.text('from')
            const to = values.text('to')
            const made = await change('/releases', {
              id,
              title: values.text('title'),
              note: values.text('note'),
              ...(values.text('supersedes') ? { supersedes: values.text('supersedes') } : {}),
              figures: chosen.map((measure) => ({ measure, org, from, to })),
              tables: values.text('table')
                ? [
                    {
                      measure: values.text('table'),
                      org,
                      firstYear: Number(from.slice(0, 4)),
                      lastYear: Number(to.slice(0, 4)),
                    },
                  ]
                : [],
            })
            router.history.push(hrefOf(`/releases/${made.id}`))
          }}
        >
          <TextField name="title" label={t.name} hint={t.nameHint} required minLength={2} maxLength={100} />
          <div className="form-two">
            <TextField name="from" label={t.from} type="date" required defaultValue={`${me.today.slice(0, 4)}-01-01`} />
            <TextField name="to" label={t.to} type="date" required defaultValue={`${me.today.slice(0, 4)}-12-31`} />
          </div>
          <ChooseMeasures chosen={chosen} onChange={setChosen} />
          <SelectField
            name="table"
            label={t.table}
            hint={t.tableHint}
            none={t.noTable}
            options={(measures ?? [])
              .filter(({ kind }) => kind !== 'rate')
              .map((m) => ({ value: m.id, label: `${m.programmeLabel} · ${m.label}` }))}
          />
          <TextField name="note" label={t.about} maxLength={1000} />
          {earlier.length > 0 && (
            <SelectField name="supersedes" label={t.supersedes} options={[{ value: '', label: t.none }, ...earlier]} />
          )}
        </Form>
      </div>
    </div>
  )
}
