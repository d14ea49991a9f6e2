import { useState } from 'react'
import { apiUrl } from '../../kit/api.ts'
import { Icon } from '../../kit/Icon.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Popover } from '../../kit/Popover.tsx'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'
import { Definition } from './Definition.tsx'
import { MeasurePicker } from './MeasurePicker.tsx'
import { type FigureView, questionOf } from './view.ts'

interface Props {
  measures: readonly MeasureInfo[]
  measure: MeasureInfo
  view: FigureView
  go: (change: Partial<FigureView>) => void
}

/** Which measure, what it counts, and what can be done with the view. */
export function FigureHead({ measures, measure, view, go }: Props) {
  const t = useTexts(figuresTexts)
  const [copied, setCopied] = useState(false)
  const programme = measure.programmeLabel
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className="head">
      <h1>
        {programme}
        <span>·</span>
        {measure.label}
      </h1>
      <Popover className="ghost sq" label={t.pickMeasure} face={<Icon name="down" />}>
        {(close) => (
          <MeasurePicker
            measures={measures}
            chosen={measure.id}
            onPick={(id) => {
              close()
              go({ measure: id, open: undefined })
            }}
          />
        )}
      </Popover>
      <Popover className="btn txt" face={t.definition}>
        {() => <Definition measure={measure} />}
      </Popover>
      <span className="sp" />
      <button type="button" className="btn" onClick={() => copy().catch(() => undefined)}>
        <Icon name="copy" small />
        <span aria-live="polite">{copied ? t.copied : t.copyLink}</span>
      </button>
      <a className="btn" href={apiUrl('/figures/export', { ...questionOf(view) })} download>
        <Icon name="export" small />
        {t.export}
      </a>
    </div>
  )
}
