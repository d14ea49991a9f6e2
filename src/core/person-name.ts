/**
 * Letters of any script with their marks. The last three hold Mongolian words together: the narrow space before a case
 * ending, the vowel separator and the joiner.
 */
const shape = /^\p{L}[\p{L}\p{M}· \-\u202f\u180e\u200d]*$/u
const dots = /[•・‧∙⋅．･]/g

/**
 * One field for the whole name, any script: Mongolian names often have no family name (R-ACC-05). Gives it trimmed,
 * single-spaced, with one kind of dot; undefined when empty, over 60 characters, or holding digits or signs.
 */
export function parsePersonName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(dots, '·')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .trim()
  return shape.test(name) && [...name].length <= 60 ? name : undefined
}

/** The form in which two spellings of a name are the same name: no spaces, dots, dashes or marks of width or case. */
export function comparableName(name: string): string {
  return name
    .replace(dots, '·')
    .normalize('NFKC')
    .replace(/[\s·\-\u180e\u200d]/g, '')
    .toLowerCase()
}
