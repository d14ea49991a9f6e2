import type { AccountRow } from '../../../core/api/accounts.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useNewId } from '../../kit/form/use-new-id.ts'
import { useTexts } from '../../kit/i18n.ts'
import { totpResetTexts } from '../texts/totp-resets.ts'
import { useAccountChange } from './account-data.ts'

interface Props {
  account: AccountRow
  onBack: () => void
  onDone: () => void
}

/** A lost device (R-SEC-02): asked for here, done when a second person has agreed. */
export function TotpResetForm({ account, onBack, onDone }: Props) {
  const t = useTexts(totpResetTexts)
  const change = useAccountChange()
  const id = useNewId()
  return (
    <Dialog title={t.askTitle(account.displayName)} onClose={onBack}>
      <Form
        submit={t.ask}
        onCancel={onBack}
        send={async (values) => {
          await change('POST', `/accounts/${account.id}/totp-resets`, { id, reason: values.text('reason') })
          onDone()
        }}
      >
        <ul className="points">
          <li>{t.askSecond}</li>
          <li>{t.askWhat}</li>
          <li>{t.askHow}</li>
        </ul>
        <TextField name="reason" label={t.reason} required minLength={2} maxLength={200} />
      </Form>
    </Dialog>
  )
}
