import { type Grades, gradeLetters } from './grades.ts'
import { useTexts } from './i18n.ts'
import { groupDigits } from './number-text.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  grades: Grades
  size?: 'thin' | 'mid' | 'thick'
  /** 0…1: how much of the width this bar takes, when bars of several organisations stand under each other. */
  share?: number
}

/** How well a figure is evidenced, as a stacked bar with its numbers in words for those who cannot see it. */
export function EvidenceBar({ grades, size = 'thin', share = 1 }: Props) {
  const t = useTexts(marksTexts)
  // A correction can leave one grade below zero for a short period; a bar cannot show less than nothing.
  const shown = gradeLetters.filter((letter) => grades[letter] > 0)
  const label = t.evidence(gradeLetters.map((letter) => `${letter} ${groupDigits(grades[letter])}`).join(t.comma))
  const classes = `st ${size === 'thin' ? '' : size}${shown.length === 0 ? ' none' : ''}`
  return (
    <span className={classes} role="img" aria-label={label} style={{ width: `${(share * 100).toFixed(1)}%` }}>
      {shown.map((letter) => (
        <i key={letter} className={letter.toLowerCase()} style={{ flexGrow: grades[letter], flexBasis: 0 }} />
      ))}
    </span>
  )
}
