import { Dialog } from '../../../kit/Dialog.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { marksTexts } from '../../../kit/texts/marks.ts'
import { recordTexts } from '../../texts/record.ts'

/** Asks before a file is taken off a record. */
export function RemoveFileDialog({ name, onYes, onClose }: { name: string; onYes: () => void; onClose: () => void }) {
  const t = useTexts(recordTexts)
  const marks = useTexts(marksTexts)
  return (
    <Dialog title={t.removeFile(name)} onClose={onClose}>
      <p className="form-row">{t.removeFileNote}</p>
      <div className="foot">
        <button type="button" className="btn" onClick={onClose}>
          {marks.cancel}
        </button>
        <button type="button" className="btn ink" onClick={onYes}>
          {t.remove}
        </button>
      </div>
    </Dialog>
  )
}
