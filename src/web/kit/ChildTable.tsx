import type { Unit } from '../../core/unit.ts'
import { AppLink } from './AppLink.tsx'
import { EvidenceBar } from './EvidenceBar.tsx'
import type { Grades } from './grades.ts'
import { figureText } from './number-text.ts'

export interface ChildRow {
  key: string
  /** The part of the code that tells it from its sisters. */
  code: string
  name: string
  value: number | null
  grades: Grades
  previous: number | null
  /** A small cell that may not be shown. */
  suppressed?: boolean
  to?: string
  onOpen?: () => void
  open?: boolean
}

interface Props {
  rows: readonly ChildRow[]
  unit: Unit
  words: {
    caption: string
    code: string
    organisation: string
    evidence: string
    value: string
    previous: string
    none: string
    suppressed: string
    open: (name: string) => string
    total: string
  }
  /** The figure above; absent when children may not be added (persons are united, never summed). */
  total?: { value: number | null; previous: number | null }
}

/** A figure by child organisation, in code order: never ranked. Zero is 0 and says there was no record. */
export function ChildTable({ rows, unit, words, total }: Props) {
  const most = Math.max(...rows.map((row) => row.value ?? 0), 1)
  return (
    <div className="tbl-scroll">
      <table className="kids">
        <caption className="vh">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.code} ↑</th>
            <th scope="col">{words.organisation}</th>
            <th scope="col" className="bar">
              {words.evidence}
            </th>
            <th scope="col" className="r">
              {words.value}
            </th>
            <th scope="col" className="r">
              {words.previous}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.open ? 'on' : undefined}>
              <td className="code">{row.code}</td>
              <td className="org">{row.to ? <AppLink to={row.to}>{row.name}</AppLink> : row.name}</td>
              <td className="bar">
                {row.suppressed ? (
                  <em>{words.suppressed}</em>
                ) : row.value === 0 ? (
                  <em>{words.none}</em>
                ) : (
                  <EvidenceBar grades={row.grades} size="mid" share={Math.max(row.value ?? 0, 0) / most} />
                )}
              </td>
              <td className="r">
                {row.suppressed ? '—' : <OpenValue row={row} unit={unit} label={words.open(row.name)} />}
              </td>
              <td className="r mut">
                {row.suppressed || row.previous === null ? '—' : figureText(row.previous, unit)}
              </td>
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <td colSpan={3}>{words.total}</td>
              <td className="r">{figureText(total.value, unit)}</td>
              <td className="r mut">{figureText(total.previous, unit)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function OpenValue({ row, unit, label }: { row: ChildRow; unit: Unit; label: string }) {
  const text = figureText(row.value, unit)
  if (!row.onOpen || !row.value) return text
  return (
    <button type="button" className="num" aria-label={`${text}，${label}`} onClick={row.onOpen}>
      {text}
    </button>
  )
}
