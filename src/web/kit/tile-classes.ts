/** The four inks of a tile map, palest first, and where each begins. */
export interface TileScale {
  /** Ascending starts of classes 2, 3, 4. */
  cuts: readonly number[]
  classOf: (value: number) => 1 | 2 | 3 | 4
}

/**
 * Cuts values into at most four classes at round numbers near the quartiles, so that the legend can be read aloud.
 * Equal values fall together; nothing is ranked.
 */
export function tileScale(values: readonly number[]): TileScale {
  const sorted = [...values].sort((a, b) => a - b)
  const quartiles = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0)
  const cuts = [...new Set(quartiles.map(roundish))].filter((cut) => cut > 0)
  return { cuts, classOf: (value) => (1 + cuts.filter((cut) => value >= cut).length) as 1 | 2 | 3 | 4 }
}

function roundish(value: number): number {
  if (value < 10) return Math.round(value)
  const step = 10 ** Math.floor(Math.log10(value)) / 2
  return Math.round(value / step) * step
}
