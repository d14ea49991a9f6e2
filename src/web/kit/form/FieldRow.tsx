import { type ReactNode, useId } from 'react'
import { useTexts } from '../i18n.ts'
import { formTexts } from '../texts/form.ts'
import { useFieldRefusal } from './field-refusal.ts'

export interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
}

interface Given {
  id: string
  'data-field': string
  'aria-invalid': boolean | undefined
  'aria-describedby': string | undefined
}

/** A label, its control, what is wrong with it and what helps. The control spreads what it is given. */
export function FieldRow({
  name,
  label,
  hint,
  required = false,
  children,
}: FieldProps & { children: (given: Given) => ReactNode }) {
  const t = useTexts(formTexts)
  const id = useId()
  const why = useFieldRefusal(name)
  const describedBy = [why && `${id}-why`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {!required && <span className="opt">{t.optional}</span>}
      </label>
      {children({ id, 'data-field': name, 'aria-invalid': why ? true : undefined, 'aria-describedby': describedBy })}
      {why && (
        <p className="why" id={`${id}-why`} role="alert">
          {why}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
