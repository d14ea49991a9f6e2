import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { postMyTotp } from '../../../core/api/session.ts'
import { apiSend } from '../../kit/api.ts'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { Me } from '../data/session.ts'
import { meTexts } from '../texts/me.ts'
import { CodeField } from './CodeField.tsx'
import { TotpConfirm } from './TotpConfirm.tsx'

type NewTotp = ResponseOf<typeof postMyTotp>

/** The second step: prove who sits here, scan, confirm with the first code. */
export function TotpPanel({ me }: { me: Me }) {
  const t = useTexts(meTexts)
  const forced = me.next === 'totp'
  const [open, setOpen] = useState(forced)
  const [made, setMade] = useState<NewTotp | null>(null)
  const [done, setDone] = useState(false)
  const finish = () => {
    setMade(null)
    setOpen(false)
    setDone(true)
  }
  return (
    <Panel title={forced ? t.totpFirst : t.totp}>
      <p className="pad">
        {forced ? t.totpFirstNote : me.account.demo ? t.demoNote : me.hasTotp ? t.totpOn : t.totpOff}
      </p>
      {done && (
        <p className="pad" role="status">
          {t.totpDone}
        </p>
      )}
      {!me.account.demo && !open && (
        <p className="pad">
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {me.hasTotp ? t.totpAgain : t.totpBegin}
          </button>
        </p>
      )}
      {open && !made && (
        <Form
          className="form-page"
          submit={t.next}
          {...(forced ? {} : { onCancel: () => setOpen(false) })}
          send={async (values) => {
            const totp = values.text('totp')
            const body = { password: values.secret('password'), ...(totp ? { totp } : {}) }
            setMade(await apiSend<NewTotp>('POST', '/me/totp', body))
          }}
        >
          <h3>{t.totpProve}</h3>
          <TextField
            name="password"
            label={t.currentPassword}
            type="password"
            required
            maxLength={200}
            autoComplete="current-password"
          />
          {me.hasTotp && <CodeField label={t.code} hint={t.codeHint} />}
        </Form>
      )}
      {open && made && <TotpConfirm me={me} made={made} onDone={finish} />}
    </Panel>
  )
}
