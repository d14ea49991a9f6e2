import { type FieldProps, FieldRow } from './FieldRow.tsx'

export interface Option {
  value: string
  label: string
}

interface Props extends FieldProps {
  options: readonly Option[]
  defaultValue?: string
  /** The first, empty choice; absent when something is always chosen. */
  none?: string
  onChange?: (value: string) => void
}

export function SelectField({ options, defaultValue, none, onChange, ...field }: Props) {
  return (
    <FieldRow {...field}>
      {(given) => (
        <select
          className="field-in"
          name={field.name}
          required={field.required}
          defaultValue={defaultValue}
          onChange={(event) => onChange?.(event.target.value)}
          {...given}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  )
}
