const mobile = /^1[3-9]\d{9}$/
/** Landlines of the region only: 0470–0479 and 0482, 0483. Domain rules R-CODE-05. */
const landline = /^(04[78]\d)([2-8]\d{6,7})$/

/**
 * Reads a phone number as typed (spaces, dashes, brackets, +86, full-width digits) into the form kept and hashed:
 * 13800001234, or 0471-1234567. undefined when it is neither a mobile number nor a landline of the region.
 */
export function parsePhone(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s()（）\-‐–—]/g, '')
  const local = digits.replace(/^(?:\+|00)86/, '')
  if (mobile.test(local)) return local
  const match = landline.exec(local.length < digits.length && !local.startsWith('0') ? `0${local}` : local)
  return match ? `${match[1]}-${match[2]}` : undefined
}
