import { TextField } from '../../kit/form/TextField.tsx'

/** Six digits of an authenticator. */
export function CodeField({ label, hint }: { label: string; hint?: string }) {
  return (
    <TextField
      name="totp"
      label={label}
      hint={hint}
      required
      inputMode="numeric"
      pattern="\d{6}"
      maxLength={6}
      autoComplete="one-time-code"
    />
  )
}
