import { useTexts } from '../../../kit/i18n.ts'
import { recordTexts } from '../../texts/record.ts'
import type { Wrongs } from '../form/wrongs.ts'

interface Props {
  id: string
  on: string
  onOn: (on: string) => void
  today: string
  /** null where the step owes no reason. */
  reason: string | null
  onReason: (reason: string) => void
  wrongs: Wrongs
}

/** The day a step happened (today, unless told later) and its reason. */
export function StepRows({ id, on, onOn, today, reason, onReason, wrongs }: Props) {
  const t = useTexts(recordTexts)
  const why = (key: string) =>
    wrongs[key] && (
      <p className="why" id={`${id}-${key}-why`} role="alert">
        {wrongs[key]}
      </p>
    )
  return (
    <>
      {reason !== null && (
        <div className={wrongs.reason ? 'form-row bad' : 'form-row'}>
          <label htmlFor={`${id}-reason`}>{t.reason}</label>
          <textarea
            id={`${id}-reason`}
            className="field-in"
            rows={3}
            maxLength={500}
            aria-required
            aria-invalid={wrongs.reason ? true : undefined}
            aria-describedby={wrongs.reason ? `${id}-reason-why` : undefined}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
          {why('reason')}
        </div>
      )}
      <div className={wrongs.on ? 'form-row bad' : 'form-row'}>
        <label htmlFor={`${id}-on`}>{t.happened}</label>
        <input
          id={`${id}-on`}
          type="date"
          className="field-in"
          max={today}
          value={on}
          aria-invalid={wrongs.on ? true : undefined}
          aria-describedby={wrongs.on ? `${id}-on-why` : undefined}
          onChange={(event) => onOn(event.target.value || today)}
        />
        {why('on')}
      </div>
    </>
  )
}
