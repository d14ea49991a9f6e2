import type { OrgPage } from '../../../core/api/orgs.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { type CommitteeMember, useOrgChange } from './org-data.ts'

interface Props {
  org: OrgPage
  member: CommitteeMember
  onClose: () => void
}

export function EndMemberDialog({ org, member, onClose }: Props) {
  const t = useTexts(orgsTexts)
  const { today } = useMe()
  const change = useOrgChange()
  return (
    <FormDialog
      title={t.endMemberOf(member.person?.name ?? t.position(member.position))}
      submit={t.endMember}
      onClose={onClose}
      send={(values) =>
        change('POST', `/orgs/${org.code}/members/${member.id}/end`, {
          to: values.text('to'),
          reason: values.text('reason'),
        })
      }
    >
      <TextField name="to" label={t.memberTo} type="date" required min={member.from} defaultValue={today} />
      <TextField name="reason" label={t.reason} required minLength={2} maxLength={200} />
    </FormDialog>
  )
}
