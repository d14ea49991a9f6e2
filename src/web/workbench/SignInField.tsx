import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../kit/Icon.tsx'
import { useTexts } from '../kit/i18n.ts'
import { signInTexts } from './texts/sign-in.ts'

interface Props {
  label: string
  hint?: string
  autoComplete: string
  value: string
  onChange: (value: string) => void
  secret?: boolean
  digits?: boolean
  /** Takes the focus when it appears. */
  first?: boolean
}

export function SignInField({ label, hint, autoComplete, value, onChange, secret, digits, first }: Props) {
  const t = useTexts(signInTexts)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (first) input.current?.focus()
  }, [first])
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <div className="with-eye">
        <input
          ref={input}
          id={id}
          className="field-in"
          type={secret && !open ? 'password' : 'text'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          inputMode={digits ? 'numeric' : undefined}
          maxLength={digits ? 6 : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          required
          value={value}
          onChange={(event) => onChange(digits ? event.target.value.replace(/\D/g, '') : event.target.value)}
        />
        {secret && (
          <button
            type="button"
            className="show"
            aria-label={open ? t.hidePassword : t.showPassword}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'eye-off' : 'eye'} />
          </button>
        )}
      </div>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
