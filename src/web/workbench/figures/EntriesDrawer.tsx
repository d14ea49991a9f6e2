import { formatPeriod } from '../../../core/period.ts'
import { Drawer } from '../../kit/Drawer.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { figureText } from '../../kit/number-text.ts'
import { OutOfRights } from '../../kit/OutOfRights.tsx'
import { PagedRows } from '../../kit/PagedRows.tsx'
import { type FigureQuestion, useEntries, useFigure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'
import { EntriesSum } from './EntriesSum.tsx'
import { EntryRow } from './EntryRow.tsx'

interface Props {
  question: FigureQuestion
  measure: MeasureInfo
  onClose: () => void
}

/** The records a number was made of; those one may not open are counted and said. */
export function EntriesDrawer({ question, measure, onClose }: Props) {
  const t = useTexts(figuresTexts)
  const chosen = language.use()
  const figure = useFigure(question, [])
  const { query, rows, first } = useEntries(question)
  const head = (
    <h2>
      {figure.data?.org.name}
      {figure.data && (
        <b>
          {figureText(figure.data.value, measure.unit)}
          <span className="unit">{measure.unitLabel}</span>
        </b>
      )}
    </h2>
  )
  return (
    <Drawer label={t.drawer} line={t.inside(formatPeriod(question, chosen))} head={head} onClose={onClose}>
      <PagedRows query={query} rows={rows} empty={t.noEntries} className="recs">
        {(entry) => <EntryRow key={entry.entryId} entry={entry} unit={measure.unit} />}
      </PagedRows>
      {first && <OutOfRights {...first.hidden} unit={measure.unit} />}
      {first && figure.data && (
        <EntriesSum
          figure={figure.data}
          unitLabel={measure.unitLabel}
          page={first}
          rows={rows}
          all={!query.hasNextPage}
        />
      )}
    </Drawer>
  )
}
