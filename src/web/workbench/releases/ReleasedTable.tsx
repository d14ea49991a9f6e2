import type { ReleasedTable as Table } from '../../../core/api/releases.ts'
import { formatPeriod } from '../../../core/period.ts'
import type { Unit } from '../../../core/unit.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { figureText } from '../../kit/number-text.ts'
import { Panel } from '../../kit/Panel.tsx'
import { releasesTexts } from '../texts/releases.ts'

/** A table of a release, by place and year. What is held back says so. */
export function ReleasedTable({ table }: { table: Table }) {
  const t = useTexts(releasesTexts)
  const chosen = language.use()
  const { definition: d, columns, rows, total, trace } = table
  const title = `${d.programme[chosen]} · ${d.label[chosen]}（${d.unitLabel[chosen]}）`
  const cells = (values: readonly (number | null)[]) =>
    columns.map((column, i) => {
      const value = values[i] ?? null
      return (
        <td key={column.from} className="r" data-label={formatPeriod(column, chosen)}>
          {value === null ? <span className="mut">{t.held}</span> : figureText(value, d.unit as Unit)}
        </td>
      )
    })
  return (
    <Panel title={title} end={trace ? <span className="num sm">{trace}</span> : undefined}>
      <div className="list-scroll">
        <table className="list">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.place}</th>
              {columns.map((column) => (
                <th key={column.from} scope="col" className="r">
                  {formatPeriod(column, chosen)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ org, values }) => (
              <tr key={org.code}>
                <th scope="row">{org.name}</th>
                {cells(values)}
              </tr>
            ))}
            <tr>
              <th scope="row">{t.total}</th>
              {cells(total)}
            </tr>
          </tbody>
        </table>
      </div>
      {rows.some(({ values }) => values.includes(null)) && <p className="mut">{t.heldNote}</p>}
    </Panel>
  )
}
