import { ownPart } from '../../../core/org-code.ts'
import { ChildTable } from '../../kit/ChildTable.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { ChildFigure, Figure } from '../data/figures.ts'
import type { MeasureInfo } from '../data/measures.ts'
import { figuresTexts } from '../texts/figures.ts'
import { type FigureView, questionOf, viewHref } from './view.ts'

interface Props {
  figure: Figure
  measure: MeasureInfo
  view: FigureView
  onOpen: (org: number) => void
}

/** The figure by child organisation. A name goes down, a number opens its records. */
export function Children({ figure, measure, view, onOpen }: Props) {
  const t = useTexts(figuresTexts)
  const children = figure.byChild ?? []
  const row = (child: ChildFigure) => ({
    key: String(child.org.code),
    code: child.own ? '000' : ownPart(child.org.code),
    name: child.own ? t.ownLevel(child.org.name) : child.org.name,
    value: child.value,
    grades: child.grades,
    previous: child.previous,
    suppressed: child.suppressed ?? false,
    open: view.open === child.org.code,
    onOpen: () => onOpen(child.org.code),
    ...(child.own ? {} : { to: viewHref({ ...questionOf(view), org: child.org.code }) }),
  })
  const below = children.filter((child) => !child.own).length
  return (
    <Panel tight title={t.children(below)} end={t.codeOrder}>
      {children.length === 0 ? (
        <EmptyState text={t.noChildren} />
      ) : (
        <ChildTable
          rows={children.map(row)}
          unit={figure.unit}
          words={{
            caption: t.children(below),
            code: t.code,
            organisation: t.organisation,
            evidence: t.composition,
            value: measure.unitLabel,
            previous: t.lastYearColumn,
            none: t.none,
            suppressed: t.cellHidden,
            open: t.openRecords,
            total: totalWords(figure, children, t),
          }}
          total={{ value: figure.value, previous: figure.previous.value }}
        />
      )}
    </Panel>
  )
}

/** Says of the total only what is true of it: persons are united, rates recomputed, and sums checked before we claim them. */
function totalWords(figure: Figure, children: readonly ChildFigure[], t: (typeof figuresTexts)['zh']): string {
  if (figure.unit === 'person' || figure.unit === 'household') return t.totalUnited
  if (figure.unit === 'percent') return t.totalRate
  const sum = children.reduce((total, child) => total + (child.value ?? 0), 0)
  return sum === figure.value && !children.some((child) => child.suppressed) ? t.totalExact : t.total
}
