/** Control characters but tab and line ends, lone surrogates, and the two that are no characters. */
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/**
 * A text as a spreadsheet may show it: one that a spreadsheet would take for a formula (begins with = + - @, a tab or a
 * line end, also in full width) gets an apostrophe in front, so that nothing people wrote is ever computed on another's
 * machine (OWASP CSV injection). Characters XML cannot hold are dropped; Excel's limit of 32,767 characters is kept.
 */
export function safeText(text: string): string {
  const clean = text.replace(unprintable, '').slice(0, 32_000)
  return /^[\s'’]*[=+\-@＝＋－＠\t\r\n]/.test(clean) ? `'${clean}` : clean
}

/** The text as it was written, of one that came back from a sheet of ours. */
export function unsafeText(text: string): string {
  return /^'[\s'’]*[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text
}
