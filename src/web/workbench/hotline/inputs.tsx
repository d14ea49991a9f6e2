import { useId } from 'react'
import type { Label } from '../../../core/unit.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { hotlineTexts } from '../texts/hotline.ts'

interface Own {
  label: string
  value: string
  onChange: (value: string) => void
}

/** One line of the call; what is typed is never completed or kept by the browser. */
export function Line({ label, value, onChange, type = 'text', max = 60 }: Own & { type?: string; max?: number }) {
  const id = useId()
  return (
    <div className="hl-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field-in"
        type={type}
        value={value}
        maxLength={type === 'text' || type === 'tel' ? max : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

export function TextArea({
  label,
  value,
  onChange,
  rows = 3,
  max = 3000,
  named = true,
}: Own & { rows?: number; max?: number; named?: boolean }) {
  const id = useId()
  return (
    <div className="hl-field wide">
      <label className={named ? undefined : 'vh'} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field-in"
        rows={rows}
        value={value}
        maxLength={max}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

export function Choose({ label, value, onChange, options }: Own & { options: Readonly<Record<string, Label>> }) {
  const id = useId()
  const chosen = language.use()
  const t = useTexts(hotlineTexts)
  return (
    <div className="hl-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field-in" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.choose}</option>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words[chosen]}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Tick({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="hl-tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
