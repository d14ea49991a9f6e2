/**
 * Organisation codes: the 12-digit statistical division code × 10⁴ + a 4-digit serial. 16 digits, a safe integer.
 *
 *   15 29 21 112 201 0003      region · league · banner · township · village · serial
 *
 * Serial 0000 is the federation's own organisation of that division; 0001… its Women's Homes, new-field organisations
 * and industry federations. A subtree is a range of integers, a parent is arithmetic, scope is BETWEEN; SQL does the
 * same with `code - code % unit`.
 * Source: the statistics bureau's rules for statistical division codes (统计用区划代码和城乡划分代码编制规则).
 */
export type OrgCode = number

export type Level = 'region' | 'league' | 'banner' | 'township' | 'village'

export const levels: readonly Level[] = ['region', 'league', 'banner', 'township', 'village']

/** How many codes one division of a level spans; also the value of the last digit of that level's part. */
export const levelSpan: Readonly<Record<Level, number>> = {
  region: 1e14,
  league: 1e12,
  banner: 1e10,
  township: 1e7,
  village: 1e4,
}

const smallest = 11 * levelSpan.region
const largest = 83 * levelSpan.region - 1

/** The code with every part finer than `span` set to zero. Subtraction, not division: exact for any safe integer. */
function trim(code: OrgCode, span: number): OrgCode {
  return code - (code % span)
}

/** The organisation's code from a 12-digit division code and a serial (0 = the federation itself). */
export function orgCode(division: number, serial = 0): OrgCode {
  return division * levelSpan.village + serial
}

/** The 12-digit statistical division code an organisation stands in. */
export function divisionOf(code: OrgCode): number {
  return trim(code, levelSpan.village) / levelSpan.village
}

/** 0 for a division's own federation, 1–9999 for a Women's Home or other organisation under it. */
export function serialOf(code: OrgCode): number {
  return code % levelSpan.village
}

/** The level of the division the organisation stands in; a Women's Home of a village is at level village. */
export function levelOf(code: OrgCode): Level {
  const division = trim(code, levelSpan.village)
  return levels.find((level) => division % levelSpan[level] === 0) ?? 'village'
}

/** The next finer level; undefined below village. */
export function childLevel(level: Level): Level | undefined {
  return levels[levels.indexOf(level) + 1]
}

/** The `area` column: the prefecture part, first four digits; the region itself gives 1500. */
export function areaOf(code: OrgCode): number {
  return trim(code, levelSpan.league) / levelSpan.league
}

/** The code of the region (province) above any organisation. */
export function regionOf(code: OrgCode): OrgCode {
  return trim(code, levelSpan.region)
}

/** The subtree as an inclusive range. A serial organisation has nothing beneath it: [code, code]. */
export function subtreeOf(code: OrgCode): readonly [lo: OrgCode, hi: OrgCode] {
  return serialOf(code) > 0 ? [code, code] : [code, code + levelSpan[levelOf(code)] - 1]
}

/** Whether `code` is `scope` or lies beneath it. */
export function isWithin(code: OrgCode, scope: OrgCode): boolean {
  const [lo, hi] = subtreeOf(scope)
  return code >= lo && code <= hi
}

/**
 * The organisation directly above: a serial organisation's is its division's federation; the region has none.
 * A missing level is skipped (a township of 东莞 4419 has no county above it, so its parent is the prefecture).
 */
export function parentOf(code: OrgCode): OrgCode | undefined {
  return levels.map((level) => trim(code, levelSpan[level])).findLast((above) => above !== code)
}

/** Every organisation above, the region first, the direct parent last, the organisation itself left out. */
export function ancestorsOf(code: OrgCode): OrgCode[] {
  const parent = parentOf(code)
  return parent === undefined ? [] : [...ancestorsOf(parent), parent]
}

/**
 * Which row of `of`'s table by child a deeper code falls in: the direct sub-division it lies under, or `of` itself
 * (the row 本级), which also holds `of`'s own serial organisations. undefined when `code` is outside `of`.
 */
export function childPrefix(code: OrgCode, of: OrgCode): OrgCode | undefined {
  if (!isWithin(code, of)) return undefined
  const finer = levels.slice(levels.indexOf(levelOf(of)) + 1)
  return finer.map((level) => trim(code, levelSpan[level])).find((child) => child !== trim(of, levelSpan.village)) ?? of
}

/** The part that tells an organisation from its sisters, as printed beside its name in a table: 29, 21, 112, 201. */
export function ownPart(code: OrgCode): string {
  if (serialOf(code) > 0) return String(serialOf(code)).padStart(4, '0')
  const level = levelOf(code)
  const digits = level === 'township' || level === 'village' ? 3 : 2
  return String((code / levelSpan[level]) % 10 ** digits).padStart(digits, '0')
}

/** As people write it: the 12-digit division code, with -serial when it is not the federation itself. */
export function formatOrgCode(code: OrgCode): string {
  const serial = serialOf(code)
  return serial === 0 ? String(divisionOf(code)) : `${divisionOf(code)}-${String(serial).padStart(4, '0')}`
}

/** Whether a number can be an organisation's code: 16 digits, and no part without the parts above it. */
export function isOrgCode(code: number): boolean {
  if (!Number.isSafeInteger(code) || code < smallest || code > largest) return false
  const part = (span: number, size: number) => ((code - (code % span)) / span) % size
  const league = part(levelSpan.league, 100)
  const banner = part(levelSpan.banner, 100)
  const township = part(levelSpan.township, 1000)
  const village = part(levelSpan.village, 1000)
  // Banner 00 above a township is real: 东莞, 中山 and 儋州 have no counties.
  return (league > 0 || banner + township + village === 0) && (township > 0 || village === 0)
}

/** Reads 16 digits, 12 digits (the federation itself) or 12 digits-serial; undefined for anything else. */
export function parseOrgCode(text: string): OrgCode | undefined {
  const match = /^(\d{12})(?:-?(\d{4}))?$/.exec(text.trim())
  if (!match) return undefined
  const code = orgCode(Number(match[1]), Number(match[2] ?? 0))
  return isOrgCode(code) ? code : undefined
}
