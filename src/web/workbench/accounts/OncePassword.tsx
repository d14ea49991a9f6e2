import { CopyText } from '../../kit/CopyText.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { accountsTexts } from '../texts/accounts.ts'

/** A first password: shown once, to be handed over and changed. It is kept nowhere on the page afterwards. */
export function OncePassword({ password, name, onClose }: { password: string; name: string; onClose: () => void }) {
  const t = useTexts(accountsTexts)
  return (
    <Dialog title={t.onceTitle} onClose={onClose}>
      <p className="form-row">{t.onceNote(name)}</p>
      <CopyText text={password} label={t.oncePassword} />
      <div className="foot">
        <button type="button" className="btn pri" onClick={onClose}>
          {t.close}
        </button>
      </div>
    </Dialog>
  )
}
