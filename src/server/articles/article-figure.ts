/**
 * From when a figure of the articles is counted: everything held, since a year, in the year of the campaigns (“今年以来”), or in
 * the last whole year (“每年”, “年均”).
 */
export type Since = 'ever' | 2021 | 2022 | 'campaign' | 'last-year'

export interface Part {
  readonly measure: string
  /** Divided by another measure's number of the same time. */
  readonly per?: string
}

/** A number of the two articles (domain/figures.csv) and the measures that answer it, each alone: unlike things are not added. */
export interface ArticleFigure {
  readonly no: `F${number}`
  readonly says: string
  readonly parts: readonly [Part, ...Part[]]
  readonly since: Since
  /** Why the house's number is not the article's, or not one number; with the place of the domain ledger that says so. */
  readonly differs?: string
}

/** A number that one measure answers. */
export const one = (
  no: ArticleFigure['no'],
  says: string,
  measure: string,
  since: Since = 'ever',
  differs?: string,
): ArticleFigure => ({ no, says, parts: [{ measure }], since, ...(differs && { differs }) })

export const rounded = 'The article rounds (万, 千, 百); here each is counted once.'
