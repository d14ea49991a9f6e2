import type { PersonPage } from '../../../core/api/people.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { peopleTexts } from '../texts/people.ts'
import { usePeopleChange } from './person-data.ts'

export function ProtectDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(peopleTexts)
  const change = usePeopleChange()
  const next = !person.protected
  return (
    <FormDialog
      title={next ? t.protect : t.unprotect}
      submit={t.confirm}
      onClose={onClose}
      send={() => change('PATCH', `/people/${person.id}`, { revision: person.revision, protected: next })}
    >
      <p className="form-row">{next ? t.protectNote : t.unprotectNote}</p>
    </FormDialog>
  )
}
