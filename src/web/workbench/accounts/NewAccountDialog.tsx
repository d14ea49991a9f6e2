import { useState } from 'react'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { OrgField } from '../pick/OrgField.tsx'
import { accountsTexts } from '../texts/accounts.ts'
import { type FirstPassword, useAccountChange } from './account-data.ts'
import { OncePassword } from './OncePassword.tsx'

export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(accountsTexts)
  const me = useMe()
  const change = useAccountChange()
  const id = useNewId()
  const [made, setMade] = useState<{ password: string; name: string } | null>(null)
  if (made) return <OncePassword {...made} onClose={onClose} />
  return (
    <Dialog title={t.create} onClose={onClose}>
      <Form
        submit={t.create}
        onCancel={onClose}
        send={async (values) => {
          const displayName = values.text('displayName')
          const body = { id, name: values.text('name'), displayName, org: values.number('org') }
          const { firstPassword } = await change<FirstPassword>('POST', '/accounts', body)
          setMade({ password: firstPassword, name: displayName })
        }}
      >
        <TextField name="displayName" label={t.person} required maxLength={60} />
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          required
          pattern="[A-Za-z][A-Za-z0-9._\-]{2,39}"
          autoCapitalize="none"
          spellCheck={false}
        />
        <OrgField name="org" label={t.org} required under={me.post?.org.code} defaultOrg={me.post?.org ?? null} />
      </Form>
    </Dialog>
  )
}
