import type { Day } from '../../../core/day.ts'
import { levelOf } from '../../../core/org-code.ts'
import { formatPeriod } from '../../../core/period.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { EvidenceKey } from '../../kit/EvidenceKey.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { useMeasures } from '../data/measures.ts'
import { useMe } from '../data/session.ts'
import { isTold, periodToAsk } from '../figures/guarded.ts'
import { homeTexts } from '../texts/home.ts'
import { HomeFigure } from './HomeFigure.tsx'
import { homeMeasures } from './home-measures.ts'

interface Props {
  org: number
  today: Day
}

/** My organisation this year, with its evidence and its trend; every number opens. */
export function HomeFigures({ org, today }: Props) {
  const t = useTexts(homeTexts)
  const chosen = language.use()
  const me = useMe()
  const measures = useMeasures()
  const from = `${today.slice(0, 4)}-01-01`
  const shown = homeMeasures(
    (measures.data ?? []).filter((measure) => isTold(measure, me, org)),
    6,
    new Set(me.menu.map(({ programme }) => programme)),
  )
  return (
    <Panel
      title={t.figures(levelOf(org))}
      end={<span className="mut">{formatPeriod({ from, to: today }, chosen)}</span>}
    >
      {measures.isPending && <LoadingBars rows={6} />}
      {measures.isError && <ErrorNote error={measures.error} onAgain={() => measures.refetch()} />}
      {measures.isSuccess && shown.length === 0 && <EmptyState text={t.noFigures} />}
      {shown.length > 0 && (
        <>
          <ul className="figs">
            {shown.map((measure) => (
              <HomeFigure
                key={measure.id}
                measure={measure}
                org={org}
                {...periodToAsk(measure, me, org, { from, to: today })}
              />
            ))}
          </ul>
          <EvidenceKey note={t.opens} />
        </>
      )}
    </Panel>
  )
}
