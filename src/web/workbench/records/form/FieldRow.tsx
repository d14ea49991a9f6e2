import { useId } from 'react'
import { language, useTexts } from '../../../kit/i18n.ts'
import { PrivacyMark } from '../../../kit/PrivacyMark.tsx'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { FieldShape } from '../data/shapes.ts'
import { FieldInput } from './FieldInput.tsx'
import { ListInput } from './ListInput.tsx'
import type { Values } from './values.ts'
import type { Wrongs } from './wrongs.ts'

interface Props {
  field: FieldShape
  path: string
  value: unknown
  onChange: (value: unknown) => void
  wrongs: Wrongs
  conditions?: boolean
}

/** Inputs made of several controls are named by a legend, the others by a label. */
const grouped = new Set(['choice', 'choices', 'yes-no', 'screening', 'people', 'list'])

/** One question of a form: its name, how private it is, the input, help, and what is wrong with it. */
export function FieldRow({ field, path, value, onChange, wrongs, conditions = false }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const id = useId()
  const wrong = wrongs[path]
  const inside = Object.keys(wrongs).some((key) => key.startsWith(`${path}.`))
  const describedBy = [field.help && `${id}-help`, wrong && `${id}-why`].filter(Boolean).join(' ') || undefined
  const name = (
    <>
      {field.label[chosen]}
      {!field.required && !conditions && <span className="opt">{t.optional}</span>}
      {field.class >= 'P2' && <PrivacyMark level={field.class} named={field.class >= 'P3'} />}
    </>
  )
  const rest = (
    <>
      {field.kind === 'list' ? (
        <ListInput
          field={field}
          path={path}
          value={Array.isArray(value) ? (value as Values[]) : []}
          onChange={onChange}
          row={(inner, at, held, set) => (
            <FieldRow key={inner.key} field={inner} path={at} value={held} onChange={set} wrongs={wrongs} />
          )}
        />
      ) : (
        <FieldInput
          id={id}
          field={field}
          path={path}
          value={value}
          onChange={onChange}
          wrongs={wrongs}
          describedBy={describedBy}
        />
      )}
      {wrong && (
        <p className="why" id={`${id}-why`} role="alert">
          {wrong}
        </p>
      )}
      {field.help && (
        <p className="hint" id={`${id}-help`}>
          {field.help[chosen]}
        </p>
      )}
    </>
  )
  const classes = wrong || inside ? 'form-row bad' : 'form-row'
  if (grouped.has(field.kind))
    return (
      <fieldset className={classes} aria-describedby={describedBy}>
        <legend>{name}</legend>
        {rest}
      </fieldset>
    )
  return (
    <div className={classes}>
      <label htmlFor={id}>{name}</label>
      {rest}
    </div>
  )
}
