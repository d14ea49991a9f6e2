import { useRouter } from '@tanstack/react-router'
import type { NewPerson, PersonPage } from '../../../core/api/people.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { Form } from '../../kit/form/Form.tsx'
import type { FormValues } from '../../kit/form/form-values.ts'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { peopleTexts } from '../texts/people.ts'
import { Duplicates } from './Duplicates.tsx'
import { NewPersonFields } from './NewPersonFields.tsx'
import { usePeopleChange } from './person-data.ts'

/** Registers a person once: who is there already is shown before another entry is made. */
export function NewPersonPage() {
  const t = useTexts(peopleTexts)
  const router = useRouter()
  const change = usePeopleChange()
  const id = useNewId()
  usePageTitle(`${t.newTitle} · ${t.pageTitle}`)
  return (
    <div className="page">
      <Breadcrumb label={t.title} path={[{ key: 'people', label: t.title, to: '/people' }]} here={t.newTitle} />
      <div className="head">
        <h1>{t.newTitle}</h1>
      </div>
      <div className="panel">
        <Form
          className="form-page"
          submit={t.register}
          onCancel={() => router.history.push(hrefOf('/people'))}
          explain={(refusal, again) => <Duplicates refusal={refusal} onNew={() => again({ confirmedNew: 'yes' })} />}
          send={async (values) => {
            const made = await change<PersonPage>('POST', '/people', bodyOf(id, values))
            router.history.push(hrefOf(`/people/${made.id}`))
          }}
        >
          <NewPersonFields />
        </Form>
      </div>
    </div>
  )
}

/** What was left empty is not sent. */
function bodyOf(id: string, values: FormValues): Record<string, unknown> & Pick<NewPerson, 'id' | 'name' | 'org'> {
  const texts = ['gender', 'birthDate', 'idNumber', 'phone', 'phoneSafe', 'address', 'ethnicity', 'guardian'] as const
  const given = texts.map((name) => [name, values.text(name)] as const).filter(([, text]) => text !== '')
  const method = values.text('method')
  return {
    id,
    name: values.text('name'),
    org: values.number('org'),
    ...Object.fromEntries(given),
    ...(values.text('idNumber') ? { idType: values.text('idType') } : {}),
    consents: values.all('consents').map((purpose) => ({ purpose, method })),
    confirmedNew: values.text('confirmedNew') === 'yes',
  }
}
