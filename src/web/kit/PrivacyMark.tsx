import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

export type PrivacyClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4'

/** How private a thing is: P0 has no mark, P4 is ink with a lock. `named` adds the word. */
export function PrivacyMark({ level, named = false }: { level: PrivacyClass; named?: boolean }) {
  const t = useTexts(marksTexts)
  if (level === 'P0') return null
  const word = t[`privacy${level}`]
  return (
    <span className={`pv ${level.toLowerCase()}`} title={`${t.privacy(level)} · ${word}`}>
      {level === 'P4' && <Icon name="lock" />}
      {named ? `${level} ${word}` : level}
    </span>
  )
}
