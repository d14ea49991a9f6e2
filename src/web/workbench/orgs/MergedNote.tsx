import { Dialog } from '../../kit/Dialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { orgsTexts } from '../texts/orgs.ts'

interface Props {
  merged: { merged: number; movedRecords: number; movedPeople: number }
  onClose: () => void
}

/** What a merger did, in numbers. */
export function MergedNote({ merged, onClose }: Props) {
  const t = useTexts(orgsTexts)
  return (
    <Dialog title={t.mergedTitle} onClose={onClose}>
      <p role="status" className="form-row">
        {t.merged(groupDigits(merged.merged), groupDigits(merged.movedRecords), groupDigits(merged.movedPeople))}
      </p>
      <div className="foot">
        <button type="button" className="btn pri" onClick={onClose}>
          {t.done}
        </button>
      </div>
    </Dialog>
  )
}
