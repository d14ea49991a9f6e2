import { GradeMark } from '../../../kit/GradeMark.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { attendanceTexts } from '../../texts/attendance.ts'
import type { Attachment, Heads } from '../data/shapes.ts'

export interface HeadValue {
  count: string
  grade: Heads['grade']
  reason: string
  evidence: string
}

interface Props {
  id: string
  at: number
  row: HeadValue
  files: readonly Attachment[]
  fault: 'count' | 'evidence' | 'reason' | null
  onChange: (change: Partial<HeadValue>) => void
  onRemove: () => void
}

const grades = ['B', 'C', 'D'] as const

/** One head-count: how many, how sure, and what it rests on. */
export function HeadRow({ id, at, row, files, fault, onChange, onRemove }: Props) {
  const t = useTexts(attendanceTexts)
  const bad = (what: typeof fault) => (fault === what ? 'form-row bad' : 'form-row')
  return (
    <fieldset className="item">
      <legend>
        {t.headsOf(at + 1)}
        <button type="button" className="btn txt" aria-label={t.removeHeads(at + 1)} onClick={onRemove}>
          {t.takeOff}
        </button>
      </legend>
      <div className={bad('count')}>
        <label htmlFor={`${id}-n`}>{t.howMany}</label>
        <input
          id={`${id}-n`}
          className="field-in"
          inputMode="numeric"
          maxLength={6}
          value={row.count}
          onChange={(event) => onChange({ count: event.target.value })}
        />
        {fault === 'count' && <p className="why">{t.countWrong}</p>}
      </div>
      <fieldset className="form-row">
        <legend>{t.howSure}</legend>
        <div className="choices">
          {grades.map((grade) => (
            <label key={grade}>
              <input type="radio" name={`${id}-g`} checked={row.grade === grade} onChange={() => onChange({ grade })} />
              <GradeMark grade={grade} />
              {t.gradeWords(grade)}
            </label>
          ))}
        </div>
      </fieldset>
      {row.grade === 'B' ? (
        <div className={bad('evidence')}>
          <label htmlFor={`${id}-e`}>{t.evidence}</label>
          <select
            id={`${id}-e`}
            className="field-in"
            value={row.evidence}
            onChange={(event) => onChange({ evidence: event.target.value })}
          >
            <option value="">{files.length === 0 ? t.noFiles : t.chooseFile}</option>
            {files.map((file) => (
              <option key={file.id} value={file.id}>
                {file.name}
              </option>
            ))}
          </select>
          {fault === 'evidence' && <p className="why">{t.evidenceNeeded}</p>}
        </div>
      ) : (
        <div className={bad('reason')}>
          <label htmlFor={`${id}-r`}>{row.grade === 'C' ? t.whyEstimate : t.whichDocument}</label>
          <input
            id={`${id}-r`}
            className="field-in"
            maxLength={200}
            value={row.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
          {fault === 'reason' && <p className="why">{t.reasonNeeded}</p>}
        </div>
      )}
    </fieldset>
  )
}
