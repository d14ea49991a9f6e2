import type { Release, ReleasedFigure } from '../../../core/api/releases.ts'
import { formatPeriod } from '../../../core/period.ts'
import { standsOnDay } from '../../../core/stands-on-day.ts'
import { rateOf, type Unit } from '../../../core/unit.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { type Language, language, useTexts } from '../../kit/i18n.ts'
import { figureText } from '../../kit/number-text.ts'
import { releasesTexts } from '../texts/releases.ts'
import { releasedHref } from './released-href.ts'

/** The numbers of a release; each opens to its figure as of the release's moment. */
export function ReleasedFigures({ release }: { release: Release }) {
  const t = useTexts(releasesTexts)
  const chosen = language.use()
  const columns: readonly Column<ReleasedFigure>[] = [
    {
      key: 'measure',
      title: t.measure,
      render: ({ definition: d }) => (
        <span>
          {d.programme[chosen]} · <b>{d.label[chosen]}</b>
        </span>
      ),
    },
    {
      key: 'value',
      title: t.value,
      right: true,
      render: (figure) => (
        <AppLink
          className="num opens nowrap"
          to={releasedHref(figure, release.asOf)}
          aria-label={spoken(figure, t.open, chosen)}
        >
          {textOf(figure)} <span className="mut sm">{figure.definition.unitLabel[chosen]}</span>
        </AppLink>
      ),
    },
    { key: 'period', title: t.period, render: (figure) => whenOf(figure, chosen) },
    { key: 'org', title: t.org, render: (figure) => figure.org.name },
    {
      key: 'grades',
      title: t.grades,
      render: ({ grades }) =>
        grades &&
        (['A', 'B', 'C', 'D'] as const)
          .filter((grade) => grades[grade] !== 0)
          .map((grade) => grade)
          .join(' '),
    },
    {
      key: 'trace',
      title: t.trace,
      render: (figure) =>
        figure.trace && (
          <span className="tags">
            <span className="num sm nowrap">{figure.trace}</span>
            <AppLink className="sm" to={againstNow(figure)}>
              {t.againstNow}
              <span className="vh">{figure.trace}</span>
            </AppLink>
          </span>
        ),
    },
  ]
  return (
    <DataList
      queryKey={['releases', release.id, 'figures', release.state]}
      fetchPage={async () => ({ items: release.figures, next: null, total: release.figures.length })}
      columns={columns}
      rowKey={(figure) => String(figure.position)}
      caption={t.figures}
      empty={{ text: t.empty }}
    />
  )
}

function textOf({ value, numerator, denominator, definition }: ReleasedFigure): string {
  if (value !== null) return figureText(value, definition.unit as Unit)
  const rate = numerator === null || denominator === null ? undefined : rateOf(numerator, denominator)
  return `${figureText(rate ?? null, 'percent')}（${numerator} / ${denominator}）`
}

const whenOf = (figure: ReleasedFigure, chosen: Language) =>
  standsOnDay(figure) ? figure.to : formatPeriod({ from: figure.from, to: figure.to }, chosen)

/** The released number beside the same question asked now. */
function againstNow({ trace, measure, org, from, to }: ReleasedFigure): string {
  const sides = new URLSearchParams({ a: trace ?? '', b: [measure, org.code, from, to].join('~') })
  return `/figures/explain?${sides}`
}

/** The visible number is part of the link's name. */
const spoken = (figure: ReleasedFigure, open: string, chosen: Language) =>
  `${textOf(figure)} ${figure.definition.unitLabel[chosen]} ${open}`
