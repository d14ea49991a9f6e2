/**
 * A number of the two articles that is an indicator of the outlines: told by a department, grade D, not summed from records, so no
 * measure answers it. The articles name no year; the demo's made series has the number in the year given here.
 */
export interface ArticleIndicator {
  readonly no: `F${number}`
  readonly says: string
  readonly indicator: string
  readonly year: number
  readonly differs: string
}
