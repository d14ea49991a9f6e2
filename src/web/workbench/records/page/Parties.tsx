import { AppLink } from '../../../kit/AppLink.tsx'
import { apiSend } from '../../../kit/api.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { MaskedValue } from '../../../kit/MaskedValue.tsx'
import { Panel } from '../../../kit/Panel.tsx'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { useMe } from '../../data/session.ts'
import { recordTexts } from '../../texts/record.ts'
import { usePerson } from '../data/people.ts'
import { openFields } from '../data/records.ts'
import type { FieldShape, RecordView } from '../data/shapes.ts'
import type { PartyValue } from '../form/values.ts'

/** The people of a case, each with her part; names, phones and addresses stay masked until opened with a purpose. */
export function Parties({ field, view }: { field: FieldShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const answer = view.answers[field.key]
  const parties: readonly PartyValue[] = Array.isArray(answer) ? answer : []
  if (parties.length === 0) return null
  const nameOf = async (person: string, purpose: string) => {
    const { persons } = await openFields(view, [field.key], purpose)
    return persons.find(({ id }) => id === person)?.name ?? t.outOfScope
  }
  return (
    <Panel tight title={field.label[chosen]} end={t.partiesNote}>
      <div className="parties">
        {parties.map((party) => (
          <Party
            key={party.person}
            person={party.person}
            name={view.persons.find(({ id }) => id === party.person)?.name ?? null}
            openName={view.abilities.open ? (purpose) => nameOf(party.person, purpose) : undefined}
            role={field.options?.find(({ value }) => value === party.role)?.label[chosen] ?? ''}
          />
        ))}
      </div>
    </Panel>
  )
}

interface PartyProps {
  person: string
  name: string | null
  role: string
  openName: ((purpose: string) => Promise<string>) | undefined
}

function Party({ person, name, role, openName }: PartyProps) {
  const t = useTexts(recordTexts)
  const { today } = useMe()
  const { data } = usePerson(person)
  const open = (key: 'phone' | 'address') => async (purpose: string) => {
    const opened = await apiSend<Partial<Record<typeof key, string | null>>>('POST', `/people/${person}/open`, {
      purpose,
      fields: [key],
    })
    return opened[key] ?? t.nothingWritten
  }
  const may = data?.abilities.includes('open') ?? false
  const gender = data && data.gender !== 'unknown' ? t.gender(data.gender) : null
  const age = data?.birthYear ? t.about(Number(today.slice(0, 4)) - data.birthYear) : null
  return (
    <div className="party">
      <h3>
        {name === null ? t.outOfScope : <MaskedValue masked={name} reveal={openName} />}
        <em>{[role, gender, age].filter(Boolean).join(' · ')}</em>
      </h3>
      {data && (
        <dl className="kv">
          <dt>{t.phone}</dt>
          <dd>{data.phone ? <MaskedValue masked={data.phone} reveal={may ? open('phone') : undefined} /> : t.none}</dd>
          <dd>{data.phone && <PrivacyMark level="P2" />}</dd>
          <dt>{t.address}</dt>
          <dd>
            {data.address ? <MaskedValue masked={data.address} reveal={may ? open('address') : undefined} /> : t.none}
          </dd>
          <dd>{data.address && <PrivacyMark level="P3" />}</dd>
          <dt>{t.registry}</dt>
          <dd>
            <AppLink to={`/people/${person}`}>{t.seePerson}</AppLink>
          </dd>
          <dd />
        </dl>
      )}
    </div>
  )
}
