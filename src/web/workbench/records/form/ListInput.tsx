import type { ReactNode } from 'react'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'
import type { Values } from './values.ts'

interface Props {
  field: FieldShape
  path: string
  value: readonly Values[]
  onChange: (value: readonly Values[]) => void
  /** Draws one question of an item: the row that holds this list, once more. */
  row: (inner: FieldShape, path: string, value: unknown, onChange: (value: unknown) => void) => ReactNode
}

/** A list of small forms: the clauses of an agreement. */
export function ListInput({ field, path, value, onChange, row }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  return (
    <div className="parts">
      {value.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name of their own and keep their order
        <fieldset className="item" key={at}>
          <legend>
            {t.itemOf(field.label[chosen], at + 1)}
            <button
              type="button"
              className="btn txt"
              aria-label={t.removeRow(at + 1)}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              {t.remove}
            </button>
          </legend>
          {(field.of ?? []).map((inner) =>
            row(inner, `${path}.${at}.${inner.key}`, item[inner.key], (answer) =>
              onChange(value.map((held, index) => (index === at ? { ...held, [inner.key]: answer } : held))),
            ),
          )}
        </fieldset>
      ))}
      {value.length < (field.max ?? 30) && (
        <button type="button" className="btn" onClick={() => onChange([...value, {}])}>
          <Icon name="plus" small />
          {t.addItem(field.label[chosen])}
        </button>
      )}
    </div>
  )
}
