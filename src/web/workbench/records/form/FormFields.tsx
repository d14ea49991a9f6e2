import type { FieldShape } from '../data/shapes.ts'
import { FieldRow } from './FieldRow.tsx'
import { NamesContext } from './names.ts'
import type { FormState } from './use-form.ts'

interface Props {
  fields: readonly FieldShape[]
  form: FormState
  /** Conditions above the form say what is needed: no question is called optional. */
  conditions?: boolean
}

/** The questions of a form, in the order of the definition. */
export function FormFields({ fields, form, conditions = false }: Props) {
  return (
    <NamesContext value={form.names}>
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          conditions={conditions}
          path={`answers.${field.key}`}
          value={form.values[field.key]}
          onChange={(value) => form.set(field.key, value)}
          wrongs={form.wrongs}
        />
      ))}
    </NamesContext>
  )
}
