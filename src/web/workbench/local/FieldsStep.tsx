import { useState } from 'react'
import { classWords, fieldKindWords } from '../../../core/local/choice-words.ts'
import { type FieldSpec, fieldKinds, localClasses } from '../../../core/local/spec.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { Choose, Line, Words } from './Inputs.tsx'
import { newField, nextKey, readOptions, type StepProps } from './spec-draft.ts'

/** What is recorded: one question after the other. */
export function FieldsStep({ draft, put, before, english }: StepProps) {
  const t = useTexts(localTexts)
  const { fields } = draft
  const change = (at: number, part: Partial<FieldSpec>) =>
    put({ fields: fields.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  const up = (at: number) => {
    const [moved, passed] = [fields[at], fields[at - 1]]
    if (moved && passed) put({ fields: [...fields.slice(0, at - 1), moved, passed, ...fields.slice(at + 1)] })
  }
  return (
    <>
      <p className="mut">{t.noFields}</p>
      {fields.map((one, at) => (
        <fieldset className="local-part" key={one.key}>
          <legend>{t.field(at + 1)}</legend>
          <OneField
            {...{ field: one, english, held: before.fields.has(one.key) }}
            onChange={(part) => change(at, part)}
          />
          <div className="foot">
            {at > 0 && (
              <button type="button" className="btn sml" onClick={() => up(at)}>
                {t.up}
                <span className="vh">{one.label.zh}</span>
              </button>
            )}
            <button
              type="button"
              className="btn sml"
              onClick={() => put({ fields: fields.filter(({ key }) => key !== one.key) })}
            >
              {t.remove}
              <span className="vh">{one.label.zh}</span>
            </button>
          </div>
        </fieldset>
      ))}
      <p className="local-more">
        <button
          type="button"
          className="btn"
          onClick={() =>
            put({ fields: [...fields, newField(nextKey('f', [...before.keys, ...fields.map((f) => f.key)]))] })
          }
        >
          {t.addField}
        </button>
      </p>
    </>
  )
}

interface OneProps {
  field: FieldSpec
  english: boolean
  held: boolean
  onChange: (part: Partial<FieldSpec>) => void
}

function OneField({ field, english, held, onChange }: OneProps) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const picks = field.kind === 'choice' || field.kind === 'choices'
  const [lines, setLines] = useState(field.options.map((option) => option.label.zh).join('\n'))
  // What options there were when the form was opened keep their keys, also when a line is taken out and put back.
  const [known] = useState(field.options)
  return (
    <>
      {held && <p className="mut">{t.fieldHeld}</p>}
      <Words
        label={t.fieldName}
        max={30}
        english={english}
        value={field.label}
        onChange={(label) => onChange({ label })}
      />
      <div className="form-two">
        <Choose
          label={t.fieldKind}
          value={field.kind}
          disabled={held}
          options={fieldKinds.map((value) => ({ value, label: fieldKindWords[value][chosen] }))}
          onChange={(kind) =>
            onChange({
              kind,
              unit: '',
              options: kind === 'choice' || kind === 'choices' ? readOptions(lines, known, []) : [],
              ...(kind === 'person' && field.class < 'P2' && { class: 'P2' }),
            })
          }
        />
        <Choose
          label={t.class}
          value={field.class}
          disabled={held}
          options={localClasses.map((value) => ({ value, label: classWords[value][chosen] }))}
          onChange={(level) => onChange({ class: level })}
        />
      </div>
      {field.kind === 'number' && (
        <Line
          label={t.unit}
          hint={t.unitHint}
          max={6}
          disabled={held}
          value={field.unit}
          onChange={(unit) => onChange({ unit })}
        />
      )}
      {picks && (
        <Line
          label={t.options}
          required
          long
          value={lines}
          onChange={(text) => {
            setLines(text)
            onChange({ options: readOptions(text, [...known, ...field.options], []) })
          }}
        />
      )}
      <Line label={t.fieldHelp} max={120} value={field.help} onChange={(help) => onChange({ help })} />
      <label className="check">
        <input
          type="checkbox"
          checked={field.required}
          onChange={(event) => onChange({ required: event.target.checked })}
        />
        <span>{t.required}</span>
      </label>
    </>
  )
}
