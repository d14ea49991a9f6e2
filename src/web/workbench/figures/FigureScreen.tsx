import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { useFigure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import type { Me } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { figuresTexts } from '../texts/figures.ts'
import { Children } from './Children.tsx'
import { EntriesDrawer } from './EntriesDrawer.tsx'
import { FigureFilters } from './FigureFilters.tsx'
import { FigureHead } from './FigureHead.tsx'
import { FigureHero } from './FigureHero.tsx'
import { FigureMap } from './FigureMap.tsx'
import { MonthTrend } from './MonthTrend.tsx'
import { OrgPath } from './OrgPath.tsx'
import { type FigureView, questionOf } from './view.ts'

interface Props {
  me: Me
  measures: readonly MeasureInfo[]
  measure: MeasureInfo
  view: FigureView
  go: (change: Partial<FigureView>) => void
}

/** Everything about one figure; the records behind a number open beside it. */
export function FigureScreen({ me, measures, measure, view, go }: Props) {
  const t = useTexts(figuresTexts)
  const question = questionOf(view)
  const figure = useFigure(question, ['child', 'month', 'grade'])
  usePageTitle(t.pageTitle(measure.programmeLabel, measure.label))
  const open = (org: number) => go({ open: org })
  return (
    <div className={view.open ? 'fig opened' : 'fig'}>
      <div className="fig-main">
        <OrgPath view={view} />
        <FigureHead measures={measures} measure={measure} view={view} go={go} />
        <FigureFilters view={view} today={me.today} stock={measure.kind === 'stock'} figure={figure.data} go={go} />
        {figure.isPending && <LoadingBars rows={8} />}
        {figure.isError && <ErrorNote error={figure.error} onAgain={() => figure.refetch()} />}
        {figure.data && (
          <>
            <FigureHero figure={figure.data} measure={measure} onOpen={() => open(view.org)} />
            <div className="fig-cols">
              <div className="fig-left">
                <MonthTrend figure={figure.data} />
                <FigureMap view={view} measure={measure} />
              </div>
              <Children figure={figure.data} measure={measure} view={view} onOpen={open} />
            </div>
          </>
        )}
      </div>
      {view.open && (
        <EntriesDrawer
          key={view.open}
          question={{ ...question, org: view.open }}
          measure={measure}
          onClose={() => go({ open: undefined })}
        />
      )}
    </div>
  )
}
