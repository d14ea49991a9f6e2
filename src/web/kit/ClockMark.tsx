import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

/** ● by law, with its article; ○ a promise of service. */
export function ClockMark({ kind, law }: { kind: 'legal' | 'service'; law?: string | null }) {
  const t = useTexts(marksTexts)
  return (
    <span className={kind === 'legal' ? 'law' : 'srv'} title={law ?? undefined}>
      {kind === 'legal' ? t.legal : t.service}
    </span>
  )
}
