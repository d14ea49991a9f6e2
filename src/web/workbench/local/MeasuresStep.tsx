import { countingWords } from '../../../core/local/choice-words.ts'
import type { LocalSpec, MeasureSpec } from '../../../core/local/spec.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { localTexts } from '../texts/local-programmes.ts'
import { Choose, Line, Words } from './Inputs.tsx'
import { newMeasure, nextKey, type StepProps, statesOf } from './spec-draft.ts'

/** What is counted: each measure from a short list of ways to count. */
export function MeasuresStep({ draft, put, before, english }: StepProps) {
  const t = useTexts(localTexts)
  const { measures } = draft
  return (
    <>
      {measures.map((one, at) => (
        <fieldset className="local-part" key={one.key}>
          <legend>{t.measure(at + 1)}</legend>
          <OneMeasure
            {...{ measure: one, draft, english, held: before.measures.has(one.key) }}
            onChange={(next) => put({ measures: measures.map((m, i) => (i === at ? next : m)) })}
          />
          <div className="foot">
            <button
              type="button"
              className="btn sml"
              onClick={() => put({ measures: measures.filter(({ key }) => key !== one.key) })}
            >
              {t.remove}
              <span className="vh">{one.label.zh}</span>
            </button>
          </div>
        </fieldset>
      ))}
      <p className="local-more">
        <button
          type="button"
          className="btn"
          onClick={() =>
            put({
              measures: [...measures, newMeasure(nextKey('m', [...before.keys, ...measures.map((m) => m.key)]), draft)],
            })
          }
        >
          {t.addMeasure}
        </button>
      </p>
    </>
  )
}

interface OneProps {
  measure: MeasureSpec
  draft: LocalSpec
  english: boolean
  held: boolean
  onChange: (next: MeasureSpec) => void
}

function OneMeasure({ measure, draft, english, held, onChange }: OneProps) {
  const t = useTexts(localTexts)
  const chosen = language.use()
  const change = (part: Partial<MeasureSpec>) => onChange({ ...measure, ...part })
  const ways = (Object.keys(countingWords) as MeasureSpec['counts'][]).filter((way) => fields(draft, way).length > 0)
  const of = fields(draft, measure.counts)
  const count = (counts: MeasureSpec['counts']) => {
    const { field: _, ...rest } = measure
    const first = fields(draft, counts)[0]?.value
    onChange({ ...rest, counts, ...(first && { field: first }) })
  }
  const name = (key: string) => draft.fields.find((f) => f.key === key)?.label[chosen === 'en' ? 'en' : 'zh'] ?? ''
  return (
    <>
      {held && <p className="mut">{t.measureHeld}</p>}
      <Words label={t.name} max={30} english={english} value={measure.label} onChange={(label) => change({ label })} />
      <div className="form-two">
        <Choose
          label={t.counts}
          value={measure.counts}
          disabled={held}
          options={ways.map((value) => ({ value, label: countingWords[value][chosen] }))}
          onChange={count}
        />
        <Choose
          label={t.from}
          value={measure.state}
          disabled={held}
          options={statesOf(draft).map(({ value, label }) => ({ value, label: label[chosen] }))}
          onChange={(state) => change({ state })}
        />
      </div>
      {(measure.counts === 'sum' || measure.counts === 'persons') && (
        <Choose
          label={t.of}
          value={measure.field ?? ''}
          disabled={held}
          options={of.map(({ value }) => ({ value, label: value === '' ? t.ofAttendance : name(value) }))}
          onChange={(field) => {
            const { field: _, ...rest } = measure
            onChange({ ...rest, ...(field && { field }) })
          }}
        />
      )}
      <Line
        label={t.includes}
        required
        max={120}
        value={measure.includes}
        disabled={held}
        onChange={(includes) => change({ includes })}
      />
      <Line
        label={t.excludes}
        required
        max={120}
        value={measure.excludes}
        disabled={held}
        onChange={(excludes) => change({ excludes })}
      />
    </>
  )
}

/** What a way of counting may count: fields, or '' for the records or the list of an activity themselves. */
function fields({ kind, fields: all }: LocalSpec, counts: MeasureSpec['counts']): { value: string }[] {
  const of = (fits: (f: LocalSpec['fields'][number]) => boolean) => all.filter(fits).map(({ key }) => ({ value: key }))
  if (counts === 'records') return [{ value: '' }]
  if (counts === 'attendances') return kind === 'activity' ? [{ value: '' }] : []
  if (counts === 'persons') return [...(kind === 'activity' ? [{ value: '' }] : []), ...of((f) => f.kind === 'person')]
  return of((f) => f.class !== 'P3' && (f.kind === 'money' || (f.kind === 'number' && f.unit !== '')))
}
