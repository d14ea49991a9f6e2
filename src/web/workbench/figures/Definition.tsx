import { useTexts } from '../../kit/i18n.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'

/** What the measure counts and leaves out, in the field's words. */
export function Definition({ measure }: { measure: MeasureInfo }) {
  const t = useTexts(figuresTexts)
  return (
    <div className="say">
      <p>{measure.definition}</p>
      <dl>
        {measure.includes && <dt>{t.includes}</dt>}
        {measure.includes && <dd>{measure.includes}</dd>}
        {measure.excludes && <dt>{t.excludes}</dt>}
        {measure.excludes && <dd>{measure.excludes}</dd>}
      </dl>
      {measure.confidential && <p className="mut sm">{t.confidential}</p>}
    </div>
  )
}
