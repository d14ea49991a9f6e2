/** One tile of a map that shows where divisions lie, not how large they are. Column and row count from the top left. */
export interface Tile {
  readonly col: number
  readonly row: number
  readonly short: string
}

/** The twelve leagues and cities of region 15 by area (first four digits of the code), laid out as they lie. */
export const leagueTiles: Readonly<Record<number, Tile>> = {
  1507: { col: 5, row: 0, short: '呼伦贝尔' },
  1525: { col: 4, row: 1, short: '锡林郭勒' },
  1522: { col: 5, row: 1, short: '兴安' },
  1508: { col: 1, row: 2, short: '巴彦淖尔' },
  1502: { col: 2, row: 2, short: '包头' },
  1509: { col: 3, row: 2, short: '乌兰察布' },
  1504: { col: 4, row: 2, short: '赤峰' },
  1505: { col: 5, row: 2, short: '通辽' },
  1529: { col: 0, row: 3, short: '阿拉善' },
  1503: { col: 1, row: 3, short: '乌海' },
  1506: { col: 2, row: 3, short: '鄂尔多斯' },
  1501: { col: 3, row: 3, short: '呼和浩特' },
}

/** A division's name as it fits a tile: 呼和浩特市 → 呼和浩特; 阿拉善左旗 and 新城区 keep the word that tells them apart. */
export function shortDivisionName(name: string): string {
  const short = name.replace(/(?:(?:回族|壮族|维吾尔)?自治区|省|市|盟|地区|管委会)$/, '')
  return short.length < 2 ? name : short
}

/**
 * Tiles for a list of divisions in code order: the known layout when every one of them is in it, else a plain grid
 * read left to right, somewhat wider than high. Keys are the codes given.
 */
export function tilesOf(divisions: readonly { code: number; area: number; name: string }[]): Map<number, Tile> {
  const known = new Set(divisions.map(({ area }) => area)).size === divisions.length
  const columns = Math.max(1, Math.ceil(Math.sqrt(divisions.length * 1.5)))
  const placed = divisions.every(({ area }) => leagueTiles[area]) && known
  return new Map(
    divisions.map(({ code, area, name }, index) => {
      const grid = { col: index % columns, row: Math.floor(index / columns), short: shortDivisionName(name) }
      return [code, placed ? (leagueTiles[area] ?? grid) : grid]
    }),
  )
}
