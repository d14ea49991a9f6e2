import { AppLink } from './AppLink.tsx'
import { tileScale } from './tile-classes.ts'

export interface Tile {
  key: string
  name: string
  value: number
  /** Text of the value; a small cell that is suppressed says so instead. */
  text: string
  /** The same where there is little room. */
  tight: string
  to: string
  /** 1-based place in the grid; without it tiles flow in the given order. */
  column?: number
  row?: number
  here?: boolean
}

interface Props {
  tiles: readonly Tile[]
  columns: number
  unitLabel: string
  legend: {
    below: (cut: string) => string
    from: (cut: string) => string
    between: (from: string, to: string) => string
  }
  text: (value: number) => string
  /** The smallest difference between two values; a class ends one step before the next begins. */
  step: number
}

/** A cartogram: one tile per division, placed by where it lies, inked by class. Tiles are links, reached with Tab. */
export function TileMap({ tiles, columns, unitLabel, legend, text, step }: Props) {
  const scale = tileScale(tiles.map((tile) => tile.value))
  const { cuts } = scale
  const words = [0, ...cuts].map((_, index) => {
    const from = cuts[index - 1]
    const next = cuts[index]
    if (from === undefined) return next === undefined ? '' : legend.below(text(next))
    return next === undefined ? legend.from(text(from)) : legend.between(text(from), text(next - step))
  })
  return (
    <>
      <div className="map-key">
        {unitLabel}
        <ul>
          {words.map(
            (word, index) =>
              word && (
                <li key={word}>
                  <i className={`b${index + 1}`} />
                  {word}
                </li>
              ),
          )}
        </ul>
      </div>
      <ul className="carto" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {tiles.map((tile) => (
          <li key={tile.key} style={{ gridColumn: tile.column, gridRow: tile.row }}>
            <AppLink
              to={tile.to}
              className={`tile b${scale.classOf(tile.value)}`}
              aria-current={tile.here ? 'true' : undefined}
              title={`${tile.name} ${tile.text} ${unitLabel}`}
            >
              <span>{tile.name}</span>
              <b>{tile.tight}</b>
            </AppLink>
          </li>
        ))}
      </ul>
    </>
  )
}
