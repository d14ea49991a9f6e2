import { useState } from 'react'
import type { AccountRow } from '../../../core/api/accounts.ts'
import { roleIds, roles, secondStepRoles, separatedRoles } from '../../../core/role.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { accountsTexts } from '../texts/accounts.ts'
import { useAccountChange } from './account-data.ts'

interface Props {
  account: AccountRow
  onBack: () => void
  onDone: () => void
}

/** A role at an organisation of one's own subtree. What the role brings with it is said beside it. */
export function GivePostForm({ account, onBack, onDone }: Props) {
  const t = useTexts(accountsTexts)
  const me = useMe()
  const words = language.use()
  const change = useAccountChange()
  const id = useNewId()
  const [role, setRole] = useState(roleIds[0] ?? 'chair')
  const notes = [
    separatedRoles.includes(role) ? t.separated : '',
    secondStepRoles.includes(role) && !account.hasTotp ? t.needsTotp : '',
  ].filter(Boolean)
  return (
    <Dialog title={t.giveTitle(account.displayName)} onClose={onBack}>
      <Form
        submit={t.give}
        onCancel={onBack}
        send={async (values) => {
          await change('POST', `/accounts/${account.id}/posts`, {
            id,
            role: values.text('role'),
            org: values.number('org'),
            ...(values.text('from') ? { from: values.text('from') } : {}),
            ...(values.text('to') ? { to: values.text('to') } : {}),
          })
          onDone()
        }}
      >
        <SelectField
          name="role"
          label={t.role}
          required
          hint={notes.join(' ') || undefined}
          onChange={(value) => setRole(roleIds.find((one) => one === value) ?? role)}
          options={roleIds.map((one) => ({ value: one, label: roles[one][words] }))}
        />
        <OrgField name="org" label={t.where} required under={me.post?.org.code} defaultOrg={account.home} />
        <TextField name="from" label={t.from} type="date" min={me.today} defaultValue={me.today} />
        <TextField name="to" label={t.to} hint={t.toHint} type="date" min={me.today} />
      </Form>
    </Dialog>
  )
}
