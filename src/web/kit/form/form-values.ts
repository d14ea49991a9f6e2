/** What a form holds when it is sent. */
export class FormValues {
  readonly data: FormData

  constructor(form: HTMLFormElement) {
    this.data = new FormData(form)
  }

  /** The text of a field, trimmed; '' when empty or not there. */
  text(name: string): string {
    const value = this.data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }

  /** A secret exactly as typed: spaces are part of it. */
  secret(name: string): string {
    const value = this.data.get(name)
    return typeof value === 'string' ? value : ''
  }

  /** The text, or null when the field was left empty. */
  optional(name: string): string | null {
    return this.text(name) || null
  }

  /** Every chosen value of a group of boxes. */
  all(name: string): string[] {
    return this.data.getAll(name).filter((value) => typeof value === 'string')
  }

  number(name: string): number {
    return Number(this.text(name))
  }
}
