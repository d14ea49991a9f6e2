import { useState } from 'react'

interface Props {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}

/** A field to look things up by. A Chinese word still being composed is not looked for letter by letter. */
export function SearchInput({ label, hint, value, onChange }: Props) {
  const [composed, setComposed] = useState<string | null>(null)
  const tell = (text: string) => {
    setComposed(null)
    onChange(text)
  }
  return (
    <input
      className="field-in"
      type="search"
      aria-label={label}
      placeholder={hint}
      value={composed ?? value}
      onChange={(event) => {
        const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
        if (composing) setComposed(event.target.value)
        else tell(event.target.value)
      }}
      onCompositionEnd={(event) => tell(event.currentTarget.value)}
    />
  )
}
