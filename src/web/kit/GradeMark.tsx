import type { GradeLetter } from './grades.ts'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

/** The letter of an evidence grade: the surer, the more ink. */
export function GradeMark({ grade }: { grade: GradeLetter }) {
  const t = useTexts(marksTexts)
  return (
    <span className={`gr ${grade.toLowerCase()}`} title={`${t.grade(grade)} · ${t[`grade${grade}`]}`}>
      {grade}
    </span>
  )
}
