import { useState } from 'react'
import type { PersonPage } from '../../../core/api/people.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { peopleTexts } from '../texts/people.ts'
import { Consents } from './Consents.tsx'
import { EditPersonDialog } from './EditPersonDialog.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { Households } from './Households.tsx'
import { MergePersonDialog } from './MergePersonDialog.tsx'
import { Merges } from './Merges.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { PersonHead } from './PersonHead.tsx'
import { ProtectDialog } from './ProtectDialog.tsx'
import type { PersonTask } from './person-task.ts'

export function PersonScreen({ person }: { person: PersonPage }) {
  const t = useTexts(peopleTexts)
  const [task, setTask] = useState<PersonTask | null>(null)
  const close = () => setTask(null)
  // Her name stays out of the tab's title: screens are shared, and titles are kept in the browser's history.
  usePageTitle(t.pageTitle)
  return (
    <div className="page">
      <Breadcrumb
        label={t.title}
        path={[{ key: 'people', label: t.title, to: '/people' }]}
        here={person.erased ? t.erased : person.name}
      />
      <PersonHead person={person} onTask={setTask} />
      {person.erased && <p className="note-box">{t.erasedNote}</p>}
      {person.mergedInto && (
        <p className="note-box">
          {t.mergedInto} <AppLink to={`/people/${person.mergedInto}`}>{t.openKept}</AppLink>
        </p>
      )}
      <div className="rec-grid">
        <div className="rec-col">
          {!person.erased && <PersonFacts person={person} />}
          <Households person={person} />
        </div>
        <div className="rec-col">
          <Consents person={person} />
          <Merges person={person} />
        </div>
      </div>
      {task === 'edit' && <EditPersonDialog person={person} onClose={close} />}
      {task === 'merge' && <MergePersonDialog person={person} onClose={close} />}
      {task === 'erase' && <EraseDialog person={person} onClose={close} />}
      {task === 'protect' && <ProtectDialog person={person} onClose={close} />}
    </div>
  )
}
