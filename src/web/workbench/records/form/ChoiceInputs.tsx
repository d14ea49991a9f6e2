import { useId } from 'react'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'

type Options = NonNullable<FieldShape['options']>

interface OneProps {
  options: Options
  value: string
  onChange: (value: string) => void
  required: boolean
}

/** One of a few: all to be seen at once. A choice that need not be made can be taken back. */
export function ChoiceInput({ options, value, onChange, required }: OneProps) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const name = useId()
  return (
    <div className="choices">
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label[chosen]}
        </label>
      ))}
      {!required && value !== '' && (
        <button type="button" className="btn txt" onClick={() => onChange('')}>
          {t.clear}
        </button>
      )}
    </div>
  )
}

interface ManyProps {
  options: Options
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}

/** Any number of a few, kept in the order in which they are listed. */
export function ChoicesInput({ options, value, onChange }: ManyProps) {
  const chosen = language.use()
  const toggle = (one: string) => {
    const next = value.includes(one) ? value.filter((held) => held !== one) : [...value, one]
    onChange(options.map((option) => option.value).filter((key) => next.includes(key)))
  }
  return (
    <div className="choices">
      {options.map((option) => (
        <label key={option.value}>
          <input type="checkbox" checked={value.includes(option.value)} onChange={() => toggle(option.value)} />
          {option.label[chosen]}
        </label>
      ))}
    </div>
  )
}

/** Yes or no; neither until it is said. */
export function YesNoInput({ value, onChange }: { value: boolean | undefined; onChange: (value: boolean) => void }) {
  const t = useTexts(recordFormTexts)
  const name = useId()
  return (
    <div className="choices">
      <label>
        <input type="radio" name={name} checked={value === true} onChange={() => onChange(true)} />
        {t.yes}
      </label>
      <label>
        <input type="radio" name={name} checked={value === false} onChange={() => onChange(false)} />
        {t.no}
      </label>
    </div>
  )
}

interface ScreeningProps {
  questions: Options
  value: Readonly<Record<string, boolean>>
  onChange: (value: Readonly<Record<string, boolean>>) => void
  invalid: boolean
}

/** Questions that must each be asked and answered; nothing is filled in beforehand. */
export function ScreeningInput({ questions, value, onChange, invalid }: ScreeningProps) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  return (
    <ol className="screening">
      {questions.map((question) => {
        const open = value[question.value] === undefined
        return (
          <li key={question.value} className={open && invalid ? 'open' : undefined}>
            <fieldset>
              <legend>{question.label[chosen]}</legend>
              {open && invalid && <span className="why">{t.faults('needed')}</span>}
              <YesNoInput
                value={value[question.value]}
                onChange={(answer) => onChange({ ...value, [question.value]: answer })}
              />
            </fieldset>
          </li>
        )
      })}
    </ol>
  )
}
