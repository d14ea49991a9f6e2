import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'
import { PersonInput } from './PersonInput.tsx'
import type { PartyValue } from './values.ts'

interface Props {
  id: string
  field: FieldShape
  value: readonly PartyValue[]
  onChange: (value: readonly PartyValue[]) => void
  invalid?: boolean
  describedBy?: string
}

/** Several people, each with her part: the two sides of a dispute. */
export function PeopleInput({ id, field, value, onChange, invalid, describedBy }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const options = field.options ?? []
  const set = (at: number, change: Partial<PartyValue>) =>
    onChange(value.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const others = (at: number) =>
    value.filter((row, index) => index !== at && row.person !== '').map((row) => row.person)
  return (
    <div className="parts">
      {value.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place until a person is chosen
        <div className="part" key={at}>
          <select
            className="field-in"
            aria-label={t.roleOf(at + 1)}
            value={row.role}
            onChange={(event) => set(at, { role: event.target.value })}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label[chosen]}
              </option>
            ))}
          </select>
          <label className="vh" htmlFor={`${id}-${at}`}>{`${field.label[chosen]} ${at + 1}`}</label>
          <PersonInput
            id={`${id}-${at}`}
            value={row.person}
            except={others(at)}
            onChange={(person) => set(at, { person })}
            invalid={invalid && row.person === ''}
            describedBy={describedBy}
          />
          {value.length > (field.min ?? 1) && (
            <button
              type="button"
              className="ghost sq"
              aria-label={t.removeRow(at + 1)}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <Icon name="minus" />
            </button>
          )}
        </div>
      ))}
      {value.length < (field.max ?? 30) && (
        <button
          type="button"
          className="btn txt"
          onClick={() => onChange([...value, { person: '', role: options[0]?.value ?? '' }])}
        >
          <Icon name="plus" small />
          {t.addPerson}
        </button>
      )}
    </div>
  )
}
