import type { ResponseOf } from '../../../core/api/contract.ts'
import type { postMyTotp } from '../../../core/api/session.ts'
import { CopyText } from '../../kit/CopyText.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { useTexts } from '../../kit/i18n.ts'
import type { Me } from '../data/session.ts'
import { meTexts } from '../texts/me.ts'
import { CodeField } from './CodeField.tsx'
import { useOwnChange } from './use-own-change.ts'

interface Props {
  me: Me
  made: ResponseOf<typeof postMyTotp>
  onDone: () => void
}

/** The secret as a picture and as text; it takes effect with the first code. */
export function TotpConfirm({ me, made, onDone }: Props) {
  const t = useTexts(meTexts)
  const change = useOwnChange(me)
  return (
    <Form
      className="form-page"
      submit={t.confirm}
      send={async (values) => {
        await change('/me/totp', { totp: values.text('totp') })
        onDone()
      }}
    >
      <h3>{t.totpScan}</h3>
      <img className="qr" src={made.qr} alt={t.totpQr} width={240} height={240} />
      <p className="mut sm">{t.totpSecret}</p>
      <CopyText text={made.secret.replace(/(.{4})(?=.)/g, '$1 ')} label={t.totpSecret} />
      <CodeField label={t.totpConfirm} />
    </Form>
  )
}
