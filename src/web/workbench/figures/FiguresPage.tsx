import { useRouter, useSearch } from '@tanstack/react-router'
import { hrefOf } from '../../kit/AppLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { useMeasures } from '../data/measures.ts'
import { useMe } from '../data/session.ts'
import { figuresTexts } from '../texts/figures.ts'
import { FigureScreen } from './FigureScreen.tsx'
import { periodToAsk } from './guarded.ts'
import { type FigureView, viewHref, viewOf } from './view.ts'

/** 看数: one measure at one organisation over a period, taken apart, down to the records. */
export function FiguresPage() {
  const t = useTexts(figuresTexts)
  const me = useMe()
  const router = useRouter()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const measures = useMeasures()
  if (measures.isPending) return <LoadingBars rows={8} />
  if (measures.isError) return <ErrorNote error={measures.error} onAgain={() => measures.refetch()} />
  const first = measures.data[0]
  if (!first || !me.post) return <EmptyState text={t.noMeasures} />
  const wanted = viewOf(search, { measure: first.id, org: me.post.org.code, today: me.today })
  const measure = measures.data.find((one) => one.id === wanted.measure) ?? first
  const view = { ...wanted, measure: measure.id, ...periodToAsk(measure, me, wanted.org, wanted) }
  const go = (change: Partial<FigureView>) => router.history.push(hrefOf(viewHref({ ...view, ...change })))
  return <FigureScreen me={me} measures={measures.data} measure={measure} view={view} go={go} />
}
