import { GradeMark } from '../../../kit/GradeMark.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { groupDigits } from '../../../kit/number-text.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import type { RecordView } from '../data/shapes.ts'

/** The head-counts of an activity, each with its evidence or its reason. */
export function HeadCounts({ view }: { view: RecordView }) {
  const t = useTexts(attendanceTexts)
  if (view.heads.length === 0) return null
  return (
    <ul className="heads">
      {view.heads.map((head, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: head-counts have no id and are replaced as a whole
        <li key={at}>
          <GradeMark grade={head.grade} />
          {t.headCount(groupDigits(head.count))}
          <span>
            {head.grade === 'B'
              ? t.sheet(view.attachments.find(({ id }) => id === head.evidence)?.name ?? t.sheetGone)
              : head.reason}
          </span>
        </li>
      ))}
    </ul>
  )
}
