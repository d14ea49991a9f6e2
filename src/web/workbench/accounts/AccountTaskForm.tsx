import type { AccountRow } from '../../../core/api/accounts.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { accountsTexts } from '../texts/accounts.ts'
import { type FirstPassword, useAccountChange } from './account-data.ts'
import { type AccountTask, taskRequests } from './account-task.ts'

interface Props {
  account: AccountRow
  task: AccountTask
  onBack: () => void
  onDone: () => void
  onPassword: (password: string) => void
}

/** Says what will happen, then does it. */
export function AccountTaskForm({ account, task, onBack, onDone, onPassword }: Props) {
  const t = useTexts(accountsTexts)
  const change = useAccountChange()
  const { method, path } = taskRequests[task]
  return (
    <Dialog key={task} title={`${t[task]} · ${account.displayName}`} onClose={onBack}>
      <Form
        submit={t[task]}
        grave={task === 'disable' || task === 'reset'}
        onCancel={onBack}
        send={async () => {
          const answer = await change<Partial<FirstPassword>>(method, `/accounts/${account.id}/${path}`)
          if (answer.firstPassword) onPassword(answer.firstPassword)
          else onDone()
        }}
      >
        <p className="form-row">{t[`${task}Note`]}</p>
      </Form>
    </Dialog>
  )
}
