import { useId, useState } from 'react'
import { useTexts } from '../../kit/i18n.ts'
import { matchingTexts } from '../texts/matching.ts'

interface Props {
  people: readonly { person: string; name: string | null }[]
  busy: boolean
  onEnter: (chooser: string, chosen: readonly string[]) => Promise<boolean>
}
const most = 3

/** One paper slip, by badge number: the order in which people signed in. Empty again as soon as it is in. */
export function SlipForm({ people, busy, onEnter }: Props) {
  const t = useTexts(matchingTexts)
  const id = useId()
  const [chooser, setChooser] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const turn = (person: string, on: boolean) =>
    setChosen(on ? [...chosen, person] : chosen.filter((one) => one !== person))
  return (
    <form
      className="mt-body"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (chooser !== '') onEnter(chooser, chosen)
      }}
    >
      <div className="form-row">
        <label htmlFor={`${id}-who`}>{t.whose}</label>
        <select
          id={`${id}-who`}
          className="field-in"
          value={chooser}
          onChange={(event) => {
            setChooser(event.target.value)
            setChosen([])
          }}
        >
          <option value="">{t.pick}</option>
          {people.map(({ person, name }, at) => (
            <option key={person} value={person}>
              {t.badge(at + 1)} {name ?? ''}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="mt-chosen" disabled={chooser === ''}>
        <legend>{t.chosen}</legend>
        {people.map(({ person }, at) =>
          person === chooser ? null : (
            <label key={person}>
              <input
                type="checkbox"
                checked={chosen.includes(person)}
                disabled={!chosen.includes(person) && chosen.length >= most}
                onChange={(event) => turn(person, event.target.checked)}
              />
              <span>{t.badge(at + 1)}</span>
            </label>
          ),
        )}
      </fieldset>
      <div className="mt-foot">
        <button type="submit" className="btn" disabled={busy || chooser === ''}>
          {busy ? t.entering : t.enter}
        </button>
        <span className="mut sm">{t.again}</span>
      </div>
    </form>
  )
}
