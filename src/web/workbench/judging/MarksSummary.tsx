import { meanOf } from '../../../programmes/honours/nomination-gates.ts'
import { criteria } from '../../../programmes/honours/words.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import type { RecordView } from '../records/data/shapes.ts'
import { judgingTexts } from '../texts/judging.ts'
import type { Weight } from './judging-data.ts'

/** Means by criterion, and their weighted sum: for the meeting that decides. No order by marks anywhere. */
export function MarksSummary({ view, weights }: { view: RecordView; weights: readonly Weight[] }) {
  const t = useTexts(judgingTexts)
  const chosen = language.use()
  const rows = weights.map(({ criterion, weight }) => ({ criterion, weight, mean: meanOf(view, criterion) ?? 0 }))
  const sheets = view.history.filter(({ action }) => action === 'judge').length
  return (
    <Panel
      title={t.results(view.title)}
      end={<AppLink to={`/records/${view.programme}/${view.id}`}>{t.whole}</AppLink>}
    >
      <div className="jd-body">
        <p className="mut">{t.sheets(sheets)}</p>
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{t.results(view.title)}</caption>
            <thead>
              <tr>
                <th scope="col">{t.criterion}</th>
                <th scope="col" className="r">
                  {t.share}
                </th>
                <th scope="col" className="r">
                  {t.mean}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ criterion, weight, mean }) => (
                <tr key={criterion}>
                  <td>{criteria[criterion][chosen]}</td>
                  <td className="r">{weight}%</td>
                  <td className="r">{mean.toFixed(2)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t.sum}</th>
                <td className="r" />
                <td className="r">
                  <b>{rows.reduce((sum, { weight, mean }) => sum + (weight * mean) / 10, 0).toFixed(1)}</b>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
        <p className="mut sm">{t.noOrder}</p>
      </div>
    </Panel>
  )
}
