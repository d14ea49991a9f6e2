import { gradeLetters } from './grades.ts'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

/** What the inks of the evidence bars mean. */
export function EvidenceKey({ note }: { note?: string }) {
  const t = useTexts(marksTexts)
  return (
    <p className="key">
      {gradeLetters.slice(0, 3).map((letter) => (
        <span key={letter}>
          <i className={`swatch ${letter.toLowerCase()}`} />
          {letter} {t[`grade${letter}`]}
        </span>
      ))}
      {note && <span className="end">{note}</span>}
    </p>
  )
}
