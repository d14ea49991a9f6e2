import type { InputHTMLAttributes } from 'react'
import { type FieldProps, FieldRow } from './FieldRow.tsx'

type Own = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'className'> & { long?: boolean }

/** One line of text, a number, a day, a secret; or with `long` a few lines. */
export function TextField({ name, label, hint, required, long, ...input }: Own) {
  return (
    <FieldRow name={name} label={label} hint={hint} required={required}>
      {(given) =>
        long ? (
          <textarea
            className="field-in"
            rows={3}
            name={name}
            required={required}
            maxLength={input.maxLength}
            defaultValue={input.defaultValue}
            placeholder={input.placeholder}
            {...given}
          />
        ) : (
          <input className="field-in" name={name} required={required} {...input} {...given} />
        )
      }
    </FieldRow>
  )
}
