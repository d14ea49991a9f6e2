import type { ResponseOf } from '../../../core/api/contract.ts'
import type { explainFigures } from '../../../core/api/releases.ts'
import type { Unit } from '../../../core/unit.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { groupDigits, signedText } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { explainTexts } from '../texts/explain.ts'

type Part = ResponseOf<typeof explainFigures>['parts'][number]

/** The difference of one measure: its causes, which add up to it, and what may be opened of them. */
export function ExplainedPart({ part, unit }: { part: Part; unit: Unit }) {
  const t = useTexts(explainTexts)
  const chosen = language.use()
  const counted = unit === 'percent' ? 'item' : unit
  const { causes, items, hidden } = part
  return (
    <Panel title={part.label[chosen]} end={`${t.difference} ${signedText(part.b - part.a, counted)}`}>
      {causes.length === 0 && <p>{t.equal}</p>}
      {causes.length > 0 && (
        <div className="list-scroll">
          <table className="list">
            <caption className="vh">{t.why}</caption>
            <thead>
              <tr>
                <th scope="col">{t.why}</th>
                <th scope="col" className="r">
                  {t.entries}
                </th>
                <th scope="col" className="r">
                  {t.worth}
                </th>
              </tr>
            </thead>
            <tbody>
              {causes.map(({ cause, entries, worth }) => (
                <tr key={cause}>
                  <td data-label={t.why}>{t.cause(cause)}</td>
                  <td className="r" data-label={t.entries}>
                    {groupDigits(entries)}
                  </td>
                  <td className="r" data-label={t.worth}>
                    {signedText(worth, counted)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {causes.length > 0 && <h3 className="sm">{t.items}</h3>}
      {causes.length > 0 && items.length === 0 && <p className="mut">{t.none}</p>}
      <ul className="explained">
        {items.map((item) => (
          <li key={`${item.recordLink} ${item.postedAt} ${item.worth}`}>
            <span className="num nowrap">{item.on}</span>{' '}
            {item.recordLink ? <AppLink to={item.recordLink}>{item.title}</AppLink> : item.title}{' '}
            <span className="mut sm">
              {item.org.name} · {t.cause(item.cause)}
            </span>{' '}
            <b className="num">{signedText(item.worth, counted)}</b>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="mut">{t.hidden(hidden)}</p>}
    </Panel>
  )
}
