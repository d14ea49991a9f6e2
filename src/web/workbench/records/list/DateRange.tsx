import { useTexts } from '../../../kit/i18n.ts'
import { recordsTexts } from '../../texts/records.ts'

interface Props {
  from: string
  to: string
  onChange: (change: { from?: string; to?: string }) => void
}

/** From and to, either of them open. */
export function DateRange({ from, to, onChange }: Props) {
  const t = useTexts(recordsTexts)
  return (
    <fieldset className="range">
      <legend className="vh">{t.dates}</legend>
      <label>
        {t.from}
        <input
          type="date"
          className="field-in"
          max={to || undefined}
          value={from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
      </label>
      <label>
        {t.to}
        <input
          type="date"
          className="field-in"
          min={from || undefined}
          value={to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </label>
      {(from || to) && (
        <button type="button" className="btn txt" onClick={() => onChange({ from: '', to: '' })}>
          {t.clearDates}
        </button>
      )}
    </fieldset>
  )
}
