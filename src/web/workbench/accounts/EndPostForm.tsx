import type { AccountRow } from '../../../core/api/accounts.ts'
import type { HeldPost } from '../../../core/api/session.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { accountsTexts } from '../texts/accounts.ts'
import { useAccountChange } from './account-data.ts'

interface Props {
  account: AccountRow
  post: HeldPost
  onBack: () => void
  onDone: () => void
}

export function EndPostForm({ account, post, onBack, onDone }: Props) {
  const t = useTexts(accountsTexts)
  const change = useAccountChange()
  return (
    <Dialog title={t.endTitle(t.post(post.roleLabel, post.org.name))} onClose={onBack}>
      <Form
        submit={t.end}
        grave
        onCancel={onBack}
        send={async () => {
          await change('DELETE', `/accounts/${account.id}/posts/${post.id}`)
          onDone()
        }}
      >
        <p className="form-row">{t.endNote}</p>
      </Form>
    </Dialog>
  )
}
