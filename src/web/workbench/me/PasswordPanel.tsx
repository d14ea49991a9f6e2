import { useState } from 'react'
import { ApiRefusal } from '../../kit/api.ts'
import { Form } from '../../kit/form/Form.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { Me } from '../data/session.ts'
import { meTexts } from '../texts/me.ts'
import { CodeField } from './CodeField.tsx'
import { useOwnChange } from './use-own-change.ts'

/** Changing my password; a first password must be changed before anything else. */
export function PasswordPanel({ me }: { me: Me }) {
  const t = useTexts(meTexts)
  const change = useOwnChange(me)
  const [changed, setChanged] = useState(0)
  const forced = me.next === 'password'
  if (me.account.demo) {
    return (
      <Panel title={t.password}>
        <p className="pad">{t.demoNote}</p>
      </Panel>
    )
  }
  return (
    <Panel title={forced ? t.passwordFirst : t.password}>
      {forced && <p className="pad">{t.passwordFirstNote}</p>}
      <Form
        // A new form after each change: no secret stays in a field.
        key={changed}
        className="form-page"
        submit={t.change}
        send={async (values) => {
          const password = values.secret('password')
          if (password !== values.secret('again'))
            throw new ApiRefusal({ code: 'not-same', text: t.notSame, status: 422, field: 'again' })
          const totp = values.text('totp')
          const body = { current: values.secret('current'), password, ...(totp ? { totp } : {}) }
          await change('/me/password', body)
          setChanged(changed + 1)
        }}
      >
        <input type="text" name="username" autoComplete="username" value={me.account.name} readOnly hidden />
        <TextField
          name="current"
          label={t.currentPassword}
          type="password"
          required
          autoComplete="current-password"
          maxLength={200}
        />
        <TextField
          name="password"
          label={t.newPassword}
          hint={t.passwordRule}
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
        />
        <TextField name="again" label={t.again} type="password" required maxLength={200} autoComplete="new-password" />
        {me.hasTotp && <CodeField label={t.code} hint={t.codeHint} />}
      </Form>
      {changed > 0 && (
        <p className="pad" role="status">
          {t.changed}
        </p>
      )}
    </Panel>
  )
}
