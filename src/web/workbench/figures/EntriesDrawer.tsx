import { useEffect } from 'react'
import { formatPeriod } from '../../../core/period.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { MoreButton } from '../../kit/MoreButton.tsx'
import { figureText } from '../../kit/number-text.ts'
import { OutOfRights } from '../../kit/OutOfRights.tsx'
import { marksTexts } from '../../kit/texts/marks.ts'
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
  const marks = useTexts(marksTexts)
  const chosen = language.use()
  const figure = useFigure(question, [])
  const { query, rows, first } = useEntries(question)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside className="drawer" aria-label={t.drawer}>
      <div className="dh">
        <p>
          {t.inside(formatPeriod(question, chosen))}
          <button type="button" className="ghost sq" aria-label={marks.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
        <h2>
          {figure.data?.org.name}
          {figure.data && (
            <b>
              {figureText(figure.data.value, measure.unit)}
              <span className="unit">{measure.unitLabel}</span>
            </b>
          )}
        </h2>
      </div>
      {query.isPending && <LoadingBars rows={6} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <EmptyState text={t.noEntries} />}
      <ul className="recs">
        {rows.map((entry) => (
          <EntryRow key={entry.entryId} entry={entry} unit={measure.unit} />
        ))}
      </ul>
      <MoreButton query={query} />
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
    </aside>
  )
}
