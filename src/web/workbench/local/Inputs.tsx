import { useId } from 'react'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'

interface Common {
  label: string
  hint?: string
  required?: boolean
}

/** One line of text that its page holds. */
export function Line({
  value,
  onChange,
  max,
  long = false,
  disabled = false,
  ...said
}: Common & {
  value: string
  onChange: (value: string) => void
  max?: number
  long?: boolean
  disabled?: boolean
}) {
  const Input = long ? 'textarea' : 'input'
  return (
    <FieldRow name={said.label} {...said}>
      {(given) => (
        <Input
          className="field-in"
          value={value}
          maxLength={max}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          {...given}
        />
      )}
    </FieldRow>
  )
}

/** A name in Chinese, and in English where somebody wants it. */
export function Words({
  value,
  onChange,
  english,
  ...line
}: Common & {
  value: { zh: string; en: string }
  onChange: (value: { zh: string; en: string }) => void
  english: boolean
  max: number
}) {
  const t = useTexts(localTexts)
  return (
    <>
      <Line {...line} required value={value.zh} onChange={(zh) => onChange({ ...value, zh })} />
      {english && (
        <Line
          label={t.inEnglish(line.label)}
          max={line.max * 2}
          value={value.en}
          onChange={(en) => onChange({ ...value, en })}
        />
      )}
    </>
  )
}

export function Choose<V extends string>({
  value,
  options,
  onChange,
  disabled = false,
  ...said
}: Common & {
  value: V
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  disabled?: boolean
}) {
  return (
    <FieldRow name={said.label} required {...said}>
      {(given) => (
        <select
          className="field-in"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value as V)}
          {...given}
        >
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

/** Several of a short list, each a box to tick. */
export function Ticks<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: readonly V[]
  options: readonly { value: V; label: string }[]
  onChange: (value: V[]) => void
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset draws a second frame
    <div className="form-row" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      <div className="local-ticks">
        {options.map((option) => (
          <label className="check" key={option.value}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={({ target }) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? target.checked : value.includes(one))),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
