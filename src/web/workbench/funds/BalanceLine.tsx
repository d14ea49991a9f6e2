import type { FundPage } from '../../../core/api/funds.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { fundsTexts } from '../texts/funds.ts'
import { balancePath } from './balance-path.ts'
import { yuan } from './yuan.ts'

/** Cash through the chosen time; the table under it says the same in numbers. */
export function BalanceLine({ page }: { page: FundPage }) {
  const t = useTexts(fundsTexts)
  const points = page.points.map(({ on, cash }) => ({ on, fen: cash }))
  const drawn = balancePath(page.from, page.to, page.opening.cash, points)
  return (
    <Panel title={t.byDay} end={`${page.from} — ${page.to}`}>
      {points.length === 0 ? (
        <EmptyState text={t.noMoves} />
      ) : (
        <figure className="fund-line">
          <svg
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t.byDayLabel(page.from, page.to)}
          >
            <path className="area" d={drawn.area} />
            <path className="line" d={drawn.line} vectorEffect="non-scaling-stroke" />
          </svg>
          <figcaption>
            <span>{page.from}</span>
            <span>
              {yuan(drawn.top)} {t.yuan}
            </span>
            <span>{page.to}</span>
          </figcaption>
          <table className="vh">
            <caption>{t.byDay}</caption>
            <tbody>
              {points.map((point) => (
                <tr key={point.on}>
                  <th scope="row">{point.on}</th>
                  <td>{yuan(point.fen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )}
    </Panel>
  )
}
