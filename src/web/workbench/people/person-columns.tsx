import type { PersonRow } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { Column } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { peopleTexts } from '../texts/people.ts'

/** How a person stands in a list. */
export function usePersonColumns(): readonly Column<PersonRow>[] {
  const t = useTexts(peopleTexts)
  return [
    {
      key: 'name',
      title: t.name,
      render: (person) => (
        <span className="tags">
          <AppLink to={`/people/${person.id}`}>{person.name}</AppLink>
          {person.minor && <span className="tag">{t.minor}</span>}
        </span>
      ),
    },
    { key: 'gender', title: t.gender, render: (person) => t.genders(person.gender) },
    {
      key: 'born',
      title: t.birthYear,
      render: (person) => (person.birthYear === null ? t.none : t.year(person.birthYear)),
    },
    { key: 'phone', title: t.phone, render: (person) => person.phone ?? t.none },
    { key: 'document', title: t.document, render: (person) => (person.hasDocument ? t.hasDocument : t.none) },
    { key: 'org', title: t.org, render: (person) => person.org.name },
  ]
}
