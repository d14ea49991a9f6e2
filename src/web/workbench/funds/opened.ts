/** Which of a fund's postings are opened: of one source or use, or all. */
export interface Opened {
  readonly key?: string
  readonly account?: string
  readonly label: string
}
