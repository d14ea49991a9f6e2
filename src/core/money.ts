/** Money is integer fen everywhere: in records, entries, cells and the API. It becomes yuan only where it is shown. */
export type Fen = number

/** Up to 16 digits of yuan fit decimal(18,2); a JavaScript safe integer of fen ends earlier, at about 90 万亿元. */
const shape = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/

/**
 * Reads an amount in yuan ('1,234.50', '¥1234.5', full-width digits too) into fen, without passing through a float.
 * undefined for a negative, more than two decimals, misplaced commas, or more than a safe integer holds.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^¥\s*/, '')
    .replace(/\s*元$/, '')
  const match = shape.exec(plain)
  if (!match) return undefined
  const fen = Number(match[1]?.replaceAll(',', '') + (match[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `whole` hundredths as 1,234.50, with a true minus sign for a reversal. */
function hundredths(whole: number): string {
  const size = Math.abs(whole)
  const cents = size % 100
  return `${whole < 0 ? '−' : ''}${grouped((size - cents) / 100)}.${String(cents).padStart(2, '0')}`
}

/** Fen as yuan with two decimals and no unit: 123450 → 1,234.50. */
export function formatYuan(fen: Fen): string {
  return hundredths(fen)
}

/** Fen as 万元 with two decimals and no unit, half a unit rounded away from zero. For reports only: it loses fen. */
export function formatWanYuan(fen: Fen): string {
  const size = Math.abs(fen)
  const rest = size % 10_000
  const whole = (size - rest) / 10_000 + (rest >= 5_000 ? 1 : 0)
  return hundredths(fen < 0 ? -whole : whole)
}
