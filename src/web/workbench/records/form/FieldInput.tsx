import { language, useTexts } from '../../../kit/i18n.ts'
import { useMe } from '../../data/session.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'
import { ChoiceInput, ChoicesInput, ScreeningInput, YesNoInput } from './ChoiceInputs.tsx'
import { FundInput } from './FundInput.tsx'
import { OrgAnswer } from './OrgAnswer.tsx'
import { PeopleInput } from './PeopleInput.tsx'
import { PersonInput } from './PersonInput.tsx'
import { RecordInput } from './RecordInput.tsx'
import type { PartyValue } from './values.ts'
import type { Wrongs } from './wrongs.ts'

interface Props {
  id: string
  field: FieldShape
  path: string
  value: unknown
  onChange: (value: unknown) => void
  wrongs: Wrongs
  describedBy: string | undefined
}

const listOf = <T,>(value: unknown): readonly T[] => (Array.isArray(value) ? value : [])

/** The input of a field by its kind; lists of small forms are the row's own. */
export function FieldInput({ id, field, path, value, onChange, wrongs, describedBy }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const { today } = useMe()
  const text = typeof value === 'string' ? value : ''
  const invalid = wrongs[path] !== undefined
  const options = field.options ?? []
  const plain = {
    id,
    className: 'field-in',
    value: text,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': field.required || undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  const picked = { id, value: text, onChange, invalid, describedBy }
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput options={options} value={text} onChange={onChange} required={field.required} />
    case 'choices':
      return <ChoicesInput options={options} value={listOf<string>(value)} onChange={onChange} />
    case 'yes-no':
      return <YesNoInput value={typeof value === 'boolean' ? value : undefined} onChange={onChange} />
    case 'screening':
      return (
        <ScreeningInput
          questions={options}
          value={typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {}}
          onChange={onChange}
          invalid={invalid}
        />
      )
    case 'person':
      return <PersonInput {...picked} />
    case 'org':
      return <OrgAnswer id={id} value={value} onChange={onChange} />
    case 'fund':
      return <FundInput {...picked} />
    case 'record':
      return <RecordInput {...picked} programme={field.programme ?? ''} standing={field.standing} />
    case 'people':
      return <PeopleInput {...picked} field={field} value={listOf<PartyValue>(value)} />
    case 'day':
      return <input type="date" {...plain} max={field.past ? today : undefined} />
    case 'date-time':
      return <input type="datetime-local" {...plain} />
    case 'integer':
      return (
        <span className="with-unit">
          <input type="text" inputMode="numeric" maxLength={12} {...plain} />
          {field.unitLabel?.[chosen]}
        </span>
      )
    case 'money':
      return (
        <span className="with-unit">
          <input type="text" inputMode="decimal" maxLength={20} {...plain} />
          {t.yuan}
        </span>
      )
    default:
      return field.long ? (
        <textarea {...plain} rows={5} maxLength={field.max} />
      ) : (
        <input type="text" {...plain} maxLength={field.max} autoComplete="off" />
      )
  }
}
