import { type FormEvent, useState } from 'react'
import { momentText } from '../../kit/date-text.ts'
import { useTexts } from '../../kit/i18n.ts'
import { figuresTexts } from '../texts/figures.ts'

/** Now, or any moment before: the figure as it was shown then. The time is Shanghai time. */
export function AsOfPicker({ asOf, onPick }: { asOf: string | undefined; onPick: (asOf: string | undefined) => void }) {
  const t = useTexts(figuresTexts)
  const [moment, setMoment] = useState(asOf ? momentText(asOf).replace(' ', 'T') : '')
  const give = (event: FormEvent) => {
    event.preventDefault()
    onPick(new Date(`${moment}:00+08:00`).toISOString())
  }
  return (
    <>
      <ul>
        <li>
          <button type="button" onClick={() => onPick(undefined)}>
            {t.now}
          </button>
        </li>
      </ul>
      <hr />
      <form onSubmit={give}>
        <label className="form-row">
          {t.asOfMoment}
          <input
            className="field-in"
            type="datetime-local"
            required
            value={moment}
            onChange={(event) => setMoment(event.target.value.slice(0, 16))}
          />
        </label>
        <p className="form-row mut sm">{t.asOfNote}</p>
        <div className="form-row">
          <button type="submit" className="btn">
            {t.apply}
          </button>
        </div>
      </form>
    </>
  )
}
