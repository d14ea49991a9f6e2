import type { formTexts } from '../texts/form.ts'

/**
 * What the browser finds wrong in a form, each at its field in the reader's language (a browser's own bubble speaks its
 * language and shows one at a time); goes to the first. Null when all is well.
 */
export function findFaults(form: HTMLFormElement, t: (typeof formTexts)['zh']): Record<string, string> | null {
  const bad = [...form.elements].filter(isControl).filter((control) => !control.validity.valid)
  const [first] = bad
  if (!first) return null
  first.focus()
  // A box to tick has no line of its own for a sentence.
  if (!first.closest('.form-row')) first.reportValidity()
  return Object.fromEntries(bad.map((control) => [control.dataset.field ?? control.name, faultText(control, t)]))
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (element: Element): element is Control =>
  (element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement) &&
  element.willValidate

function faultText(control: Control, t: (typeof formTexts)['zh']): string {
  const { valueMissing, tooShort, rangeUnderflow, rangeOverflow } = control.validity
  if (valueMissing) return t.needed
  if (tooShort && 'minLength' in control) return t.tooShort(control.minLength)
  if (control instanceof HTMLInputElement && rangeUnderflow) return t.notBelow(control.min)
  if (control instanceof HTMLInputElement && rangeOverflow) return t.notAbove(control.max)
  return t.wrongForm
}
