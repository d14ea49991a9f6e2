import type { Unit } from '../../core/unit.ts'
import { AppLink } from './AppLink.tsx'
import { figureText } from './number-text.ts'

interface Props {
  value: number | null
  unit: Unit
  unitLabel?: string
  /** Where the number opens: a path, or what a press does. Zero does not open: there is nothing in it. */
  to?: string
  onOpen?: () => void
  label?: string
}

/** A figure that opens. Every number of the federation leads down to the records it was made of. */
export function FigureNumber({ value, unit, unitLabel, to, onOpen, label }: Props) {
  const text = figureText(value, unit)
  return (
    <>
      {to && value ? (
        <AppLink className="num" to={to} aria-label={label}>
          {text}
        </AppLink>
      ) : onOpen && value ? (
        <button type="button" className="num" onClick={onOpen} aria-label={label}>
          {text}
        </button>
      ) : (
        text
      )}
      {unitLabel && <span className="unit">{unitLabel}</span>}
    </>
  )
}
