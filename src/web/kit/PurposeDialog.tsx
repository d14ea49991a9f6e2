import { type FormEvent, useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

const purposes = ['contact', 'verify', 'document', 'other'] as const
type Purpose = (typeof purposes)[number]

/** Asks what a private value is needed for, before it is shown; the look is recorded with this purpose. */
export function PurposeDialog({ onGive, onClose }: { onGive: (purpose: string) => void; onClose: () => void }) {
  const t = useTexts(marksTexts)
  const [chosen, setChosen] = useState<Purpose>('contact')
  const [stated, setStated] = useState('')
  const purpose = chosen === 'other' ? stated.trim() : t.purposes(chosen)
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (purpose) onGive(purpose)
  }
  return (
    <Dialog title={t.revealTitle} onClose={onClose}>
      <form onSubmit={give}>
        <fieldset className="form-row choices">
          <legend className="vh">{t.purpose}</legend>
          {purposes.map((one) => (
            <label key={one}>
              <input type="radio" name="purpose" checked={chosen === one} onChange={() => setChosen(one)} />
              {t.purposes(one)}
            </label>
          ))}
        </fieldset>
        {chosen === 'other' && (
          <label className="form-row">
            {t.purposeOther}
            <input className="field-in" value={stated} maxLength={60} onChange={(e) => setStated(e.target.value)} />
          </label>
        )}
        <p className="form-row mut sm">{t.revealNote}</p>
        <div className="foot">
          <button type="button" className="btn" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="btn pri" disabled={!purpose}>
            {t.show}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
