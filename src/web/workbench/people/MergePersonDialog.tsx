import { useRouter } from '@tanstack/react-router'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { mergePeople, PersonPage } from '../../../core/api/people.ts'
import { hrefOf } from '../../kit/AppLink.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { PersonField } from '../pick/PersonField.tsx'
import { personCareTexts } from '../texts/person-care.ts'
import { usePeopleChange } from './person-data.ts'

/** Two entries of one woman become one; she is counted once from then on. */
export function MergePersonDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useTexts(personCareTexts)
  const router = useRouter()
  const change = usePeopleChange()
  const id = useNewId()
  return (
    <FormDialog
      title={t.mergeTitle}
      submit={t.merge}
      grave
      onClose={onClose}
      send={async (values) => {
        const body = { id, into: values.text('into'), reason: values.text('reason') }
        const { kept } = await change<ResponseOf<typeof mergePeople>>('POST', `/people/${person.id}/merge`, body)
        router.history.push(hrefOf(`/people/${kept}`))
      }}
    >
      <ul className="points">
        <li>{t.mergePoint}</li>
        <li>{t.mergeUndo}</li>
      </ul>
      <PersonField name="into" label={t.mergeInto} required except={person.id} />
      <TextField name="reason" label={t.reason} required minLength={2} maxLength={400} />
    </FormDialog>
  )
}
