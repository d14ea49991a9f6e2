import { useState } from 'react'
import { useTexts } from '../../kit/i18n.ts'
import { statesTexts } from '../../kit/texts/states.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'

interface Props {
  measures: readonly MeasureInfo[]
  chosen: string
  onPick: (id: string) => void
}

/** Measures grouped by programme, narrowed by a word. */
export function MeasurePicker({ measures, chosen, onPick }: Props) {
  const t = useTexts(figuresTexts)
  const states = useTexts(statesTexts)
  const [word, setWord] = useState('')
  const wanted = word.trim().toLowerCase()
  const named = measures.map((measure) => ({ measure, programme: measure.programmeLabel }))
  const shown = named.filter(({ measure, programme }) => `${programme}${measure.label}`.toLowerCase().includes(wanted))
  const programmes = [...new Set(shown.map(({ programme }) => programme))]
  return (
    <>
      <input
        className="field-in"
        type="search"
        aria-label={t.findMeasure}
        placeholder={t.findMeasure}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      {programmes.map((programme) => (
        <div key={programme}>
          <p className="g">{programme}</p>
          <ul>
            {shown
              .filter((one) => one.programme === programme)
              .map(({ measure }) => (
                <li key={measure.id}>
                  <button
                    type="button"
                    aria-current={measure.id === chosen ? 'true' : undefined}
                    onClick={() => onPick(measure.id)}
                  >
                    {measure.label}
                    <span className="after">{measure.unitLabel}</span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {shown.length === 0 && <p className="g">{states.noMatch}</p>}
    </>
  )
}
