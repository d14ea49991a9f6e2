import { useState } from 'react'
import { ApiRefusal } from './api.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { PurposeDialog } from './PurposeDialog.tsx'
import { marksTexts } from './texts/marks.ts'
import { statesTexts } from './texts/states.ts'

interface Props {
  masked: string
  /** Asks the server for the original; it records the look with the purpose. Absent: this post may not see it. */
  reveal?: (purpose: string) => Promise<string>
}

/** 138****1234 with an eye. The original is shown after a purpose is given, and forgotten when the page is left. */
export function MaskedValue({ masked, reveal }: Props) {
  const t = useTexts(marksTexts)
  const states = useTexts(statesTexts)
  const [asking, setAsking] = useState(false)
  const [original, setOriginal] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const show = async (purpose: string) => {
    setAsking(false)
    setRefused(null)
    try {
      setOriginal((await reveal?.(purpose)) ?? null)
    } catch (cause) {
      setRefused(cause instanceof ApiRefusal && cause.message ? cause.message : states.broken)
    }
  }
  const label = original === null ? t.reveal : t.hide
  const press = () => (original === null ? setAsking(true) : setOriginal(null))
  return (
    <span aria-live="polite">
      {original ?? masked}
      {reveal && (
        <button type="button" className="show" aria-label={label} title={label} onClick={press}>
          <Icon name={original === null ? 'eye' : 'eye-off'} small />
        </button>
      )}
      {refused && <span className="mut sm"> {refused}</span>}
      {asking && <PurposeDialog onGive={show} onClose={() => setAsking(false)} />}
    </span>
  )
}
