import type { OrgPage } from '../../../core/api/orgs.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { PersonField } from '../pick/PersonField.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { positions, useOrgChange, useTerms } from './org-data.ts'

export function AddMemberDialog({ org, onClose }: { org: OrgPage; onClose: () => void }) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const change = useOrgChange()
  const terms = useTerms(org.code).data?.items ?? []
  const id = useNewId()
  return (
    <FormDialog
      title={`${t.addMember} · ${org.name}`}
      submit={t.addMember}
      onClose={onClose}
      send={(values) =>
        change('POST', `/orgs/${org.code}/members`, {
          id,
          person: values.text('person'),
          position: values.text('position'),
          from: values.text('from'),
          ...(values.text('term') ? { term: values.text('term') } : {}),
        })
      }
    >
      <PersonField name="person" label={t.person} required />
      <SelectField
        name="position"
        label={t.positionOf}
        required
        defaultValue="member"
        options={positions.map((position) => ({ value: position, label: t.position(position) }))}
      />
      <TextField name="from" label={t.memberFrom} type="date" required max={today} defaultValue={today} />
      {terms.length > 0 && (
        <SelectField
          name="term"
          label={t.memberTerm}
          none="—"
          defaultValue={org.term?.id ?? ''}
          options={terms.map((term) => ({ value: term.id, label: t.termNumber(term.number) }))}
        />
      )}
    </FormDialog>
  )
}
