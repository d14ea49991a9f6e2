/** 0–9 and A–Z without I, O, S, V, Z; a character's value is its place. GB 32100-2015. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The 18th character for the first 17: weights 3^(i−1) mod 31. */
function checkCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/**
 * Reads a unified social credit code (统一社会信用代码) as typed; gives its 18 characters in upper case, or undefined
 * when the characters or the check character are wrong.
 */
export function parseCreditCode(text: string): string | undefined {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return undefined
  return checkCharacter(code.slice(0, 17)) === code[17] ? code : undefined
}
