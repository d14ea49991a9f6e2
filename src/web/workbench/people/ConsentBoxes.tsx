import { CheckField } from '../../kit/form/CheckField.tsx'
import { useFieldRefusal } from '../../kit/form/field-refusal.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { peopleTexts } from '../texts/people.ts'
import { personCareTexts } from '../texts/person-care.ts'
import { methods, purposes } from './person-data.ts'

/** What she agreed to, nothing ticked beforehand. For a child the guardian signs, at least for the registration. */
export function ConsentBoxes({ child }: { child: boolean }) {
  const t = useTexts(peopleTexts)
  const care = useTexts(personCareTexts)
  const why = useFieldRefusal('consents')
  const offered = child ? (['guardian-signed'] as const) : methods.filter((one) => one !== 'guardian-signed')
  return (
    <fieldset data-field="consents" tabIndex={-1}>
      <legend className="vh">{t.agreed}</legend>
      <p className="mut sm">{t.agreedNote}</p>
      <div className="form-two">
        {purposes.map((purpose) => (
          <CheckField
            key={purpose}
            name="consents"
            value={purpose}
            label={care.purpose(purpose)}
            required={child && purpose === 'registration'}
          />
        ))}
      </div>
      {why && (
        <p className="why" role="alert">
          {why}
        </p>
      )}
      <div className="form-two">
        <SelectField
          name="method"
          label={care.methodOf}
          required
          options={offered.map((one) => ({ value: one, label: care.method(one) }))}
        />
      </div>
    </fieldset>
  )
}
