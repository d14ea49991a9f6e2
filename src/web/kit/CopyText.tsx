import { useState } from 'react'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { formTexts } from './texts/form.ts'

/** A text to be carried elsewhere exactly: large, spaced type and a button that copies it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const t = useTexts(formTexts)
  const [copied, setCopied] = useState(false)
  // Plain HTTP pages have no clipboard; the text can still be selected by hand.
  const copy = async () =>
    setCopied(
      await navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      ),
    )
  return (
    <div className="copy">
      <span className="vh">{label}</span>
      <code>{text}</code>
      <button type="button" className="btn" onClick={copy}>
        <Icon name={copied ? 'ok' : 'copy'} small />
        <span aria-live="polite">{copied ? t.copied : t.copy}</span>
      </button>
    </div>
  )
}
