import type { StatementShape } from '../../../core/api/statements.ts'
import { useTexts } from '../../kit/i18n.ts'
import { statementsTexts } from '../texts/statements.ts'

interface Props {
  row: StatementShape
  onDecide: (approve: boolean) => void
}

/** Where a number stands: waiting, standing, superseded; and the second person's two buttons. */
export function StatementState({ row, onDecide }: Props) {
  const t = useTexts(statementsTexts)
  const { state, superseded, decide, approvedBy, reason } = row
  return (
    <>
      <span className="state nowrap">{t.states(state)}</span>
      {superseded && <div className="mut sm">{t.superseded(superseded.code)}</div>}
      {approvedBy && <div className="mut sm">{t.approvedBy(approvedBy)}</div>}
      {reason && (
        <div className="mut sm" lang="zh">
          {reason}
        </div>
      )}
      {decide.why && <div className="mut sm">{t.second}</div>}
      {decide.allowed && (
        <div className="tags">
          <button type="button" className="btn sml" onClick={() => onDecide(false)}>
            {t.giveBack}
            <span className="vh">{row.title}</span>
          </button>
          <button type="button" className="btn sml" onClick={() => onDecide(true)}>
            {t.approve}
            <span className="vh">{row.title}</span>
          </button>
        </div>
      )}
    </>
  )
}
