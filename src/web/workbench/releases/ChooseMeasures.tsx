import { useState } from 'react'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { useMeasures } from '../data/measures.ts'
import { releasesTexts } from '../texts/releases.ts'
import './releases.css'

interface Props {
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Measures grouped by programme, any number of them ticked; narrowing the list unticks none. */
export function ChooseMeasures({ chosen, onChange }: Props) {
  const t = useTexts(releasesTexts)
  const { data, error, refetch } = useMeasures()
  const [word, setWord] = useState('')
  if (error) return <ErrorNote error={error} onAgain={() => refetch()} />
  if (!data) return <LoadingBars rows={6} />
  const wanted = word.trim().toLowerCase()
  const shown = data.filter(
    (m) => `${m.programmeLabel}${m.label}`.toLowerCase().includes(wanted) || chosen.includes(m.id),
  )
  const tick = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <fieldset className="choose">
      <legend>{t.figures}</legend>
      <p className="mut sm">{t.confidentialNote}</p>
      <div className="choose-bar">
        <input
          className="field-in"
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <span role="status">{t.chosen(chosen.length)}</span>
      </div>
      <div className="choose-list">
        {[...new Set(shown.map((m) => m.programmeLabel))].map((programme) => (
          <div key={programme}>
            <p className="g">{programme}</p>
            {shown
              .filter((m) => m.programmeLabel === programme)
              .map((m) => (
                <label key={m.id} className="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(m.id)}
                    onChange={(event) => tick(m.id, event.target.checked)}
                  />
                  <span>
                    {m.label} <span className="mut">{m.unitLabel}</span>
                  </span>
                </label>
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
