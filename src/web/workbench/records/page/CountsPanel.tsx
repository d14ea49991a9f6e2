import { useQuery } from '@tanstack/react-query'
import { unitLabel } from '../../../../core/unit.ts'
import { AppLink } from '../../../kit/AppLink.tsx'
import { GradeMark } from '../../../kit/GradeMark.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { signedText } from '../../../kit/number-text.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { ProgrammeShape, RecordView } from '../data/shapes.ts'
import { isUnit } from '../data/units.ts'

/** What this record counts for now, and the way to the figures it is part of. */
export function CountsPanel({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  // The definitions come with their schemas: fetched only here, beside a page that already stands.
  const counts = useQuery({
    queryKey: ['counts-now', view.id, view.revision, view.attendance, view.heads],
    queryFn: async () => (await import('./counts-now.ts')).countsNow(view, programme.local),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!counts.data) return null
  const rows = counts.data.flatMap((count) => {
    const measure = programme.measures.find(({ id }) => id === count.measure)
    return measure && isUnit(measure.unit)
      ? [{ ...count, label: measure.label[chosen], unit: measure.unit, own: measure.unitLabel ?? undefined }]
      : []
  })
  return (
    <Panel tight title={t.counts} end={t.countsNote}>
      {rows.length === 0 && <p className="empty">{t.countsNothing}</p>}
      <ul className="counts" hidden={rows.length === 0}>
        {rows.map(({ measure, label, value, grade, unit, own, on }) => (
          <li key={`${measure} ${grade}`}>
            <GradeMark grade={grade} />
            <span>{label}</span>
            <AppLink
              className="num"
              to={`/figures?measure=${measure}&org=${view.org.code}&from=${on.slice(0, 4)}-01-01&to=${on.slice(0, 4)}-12-31`}
            >
              {signedText(value, unit)}
            </AppLink>
            <span className="unit">{unitLabel(unit, chosen, own)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
