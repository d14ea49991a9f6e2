import type { ReactNode } from 'react'
import type { OpenableField, PersonPage } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { MaskedValue } from '../../kit/MaskedValue.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { PrivacyMark } from '../../kit/PrivacyMark.tsx'
import { peopleTexts } from '../texts/people.ts'
import { openField } from './person-data.ts'

/** What is known of her. Numbers, address and, elsewhere, the birth date stay masked until a purpose is given. */
export function PersonFacts({ person }: { person: PersonPage }) {
  const t = useTexts(peopleTexts)
  const masked = (field: OpenableField, text: string | null): ReactNode => {
    if (text === null) return t.none
    if (!person.abilities.includes('open')) return text
    return <MaskedValue masked={text} reveal={(purpose) => openField(person.id, field, purpose)} />
  }
  const hiddenBirth = person.birthYear === null ? null : t.birthMasked(person.birthYear)
  return (
    <Panel title={t.basics} end={<PrivacyMark level={person.minor ? 'P3' : 'P2'} named />}>
      <dl className="facts">
        <dt>{t.gender}</dt>
        <dd>{t.genders(person.gender)}</dd>
        <dt>{t.birthDate}</dt>
        <dd>{person.birthDate ?? masked('birthDate', hiddenBirth)}</dd>
        <dt>{person.idType ? t.documents(person.idType) : t.document}</dt>
        <dd>{masked('idNumber', person.idNumber)}</dd>
        <dt>{t.phone}</dt>
        <dd>
          {masked('phone', person.phone)}
          {person.phone && <span className="mut sm"> {t.safe(person.phoneSafe)}</span>}
        </dd>
        <dt>{t.address}</dt>
        <dd>{masked('address', person.address)}</dd>
        <dt>{t.ethnicity}</dt>
        <dd>{person.ethnicity ?? t.none}</dd>
        <dt>{t.org}</dt>
        <dd>
          <AppLink to={`/orgs/${person.org.code}`}>{person.org.name}</AppLink>
        </dd>
        {person.guardian && (
          <>
            <dt>{t.guardian}</dt>
            <dd>
              <AppLink to={`/people/${person.guardian}`}>{t.openGuardian}</AppLink>
            </dd>
          </>
        )}
      </dl>
      <p className="pad mut sm">{t.basicsNote}</p>
    </Panel>
  )
}
