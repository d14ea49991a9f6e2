const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

export interface Numeral {
  readonly value: number
  /** 余, 多, 来, 几 inside or behind: the value is a lower bound. */
  readonly hedges: readonly string[]
  /** 万, 千万, 百: no digit stands before the magnitude. */
  readonly bare: boolean
  /** The numeral is written with Chinese characters alone. */
  readonly chinese: boolean
}

/** 二十三 → 23; 十余万 → 100,000; 千万 → 10,000,000; 二〇二三 → 2023. undefined for what is no numeral. */
export function readChinese(text: string): number | undefined {
  if (/^[〇零一二两三四五六七八九]{2,}$/.test(text)) return Number([...text].map((c) => digits[c]).join(''))
  let total = 0
  let section = 0
  let pending: number | undefined
  for (const c of text) {
    if (digits[c] !== undefined) pending = digits[c]
    else if (small[c] !== undefined) {
      section += (pending ?? (section === 0 || c === '十' ? 1 : 0)) * small[c]
      pending = undefined
    } else if (large[c] !== undefined) {
      const sum = section + (pending ?? 0)
      if (sum === 0 && total > 0) total *= large[c]
      else total += (sum || 1) * large[c]
      section = 0
      pending = undefined
    } else return undefined
  }
  return total + section + (pending ?? 0)
}

const arabic = String.raw`\d{1,3}(?:[, \u00a0\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`
const magnitude = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百'
const chineseDigits = '[〇零一二两三四五六七八九十百千万亿]'

/** One numeral at a place of the text: 3,200余; 5.8万余; 1000多万; 十余万; 400余亿. Sticky. */
export const numeralPattern = new RegExp(
  `(?:(?<arabic>${arabic})(?<inner>[余多来几])?(?<scale>${magnitude})?(?<outer>[余多])?|(?<vague>[数几上])?(?<first>${chineseDigits}+)(?<middle>[余多几]?)(?<rest>${chineseDigits}*)(?<last>[余多]?))`,
  'uy',
)

/** What a match of `numeralPattern` is worth. */
export function readNumeral(match: RegExpExecArray): Numeral | undefined {
  const g = match.groups ?? {}
  const hedges = [g.inner, g.outer, g.vague, g.middle, g.last].filter((h): h is string => !!h)
  if (g.arabic) {
    const scale = g.scale ? (readChinese(g.scale) ?? 1) : 1
    return { value: exact(Number(g.arabic.replace(/[^\d.]/gu, '')) * scale), hedges, bare: false, chinese: false }
  }
  const value = readChinese(`${g.first}${g.rest}`)
  if (value === undefined) return undefined
  return { value, hedges, bare: !g.vague && /^[百千万亿]+$/.test(`${g.first}${g.rest}`), chinese: true }
}

/** 5858.5 × 10,000 without the dust of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(14))
}
