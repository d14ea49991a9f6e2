import { type Day, isDay } from '../../../core/day.ts'
import { parseOrgCode } from '../../../core/org-code.ts'
import type { FigureQuestion } from '../data/figures.ts'

/** What the Figures page shows, all of it in the address: a link reopens the same view. */
export interface FigureView extends FigureQuestion {
  /** The organisation whose records are open beside the figure. */
  open?: number
}

/** Reads a view from an address. What is missing or wrong falls back to this year and the reader's organisation. */
export function viewOf(
  search: Readonly<Record<string, unknown>>,
  otherwise: { measure: string; org: number; today: Day },
): FigureView {
  // 16 digits, or the 12 of a division as officials write it.
  const org = parseOrgCode(String(search.org ?? ''))
  const open = parseOrgCode(String(search.open ?? ''))
  const day = (value: unknown, fallback: Day): Day => (typeof value === 'string' && isDay(value) ? value : fallback)
  const to = day(search.to, otherwise.today)
  const [from = to] = [day(search.from, `${otherwise.today.slice(0, 4)}-01-01`), to].sort()
  const view: FigureView = {
    measure: typeof search.measure === 'string' ? search.measure : otherwise.measure,
    org: org ?? otherwise.org,
    from,
    to,
  }
  if (typeof search.asOf === 'string' && !Number.isNaN(Date.parse(search.asOf))) view.asOf = search.asOf
  if (open !== undefined) view.open = open
  return view
}

/** The address of a view, below the workbench. */
export function viewHref(view: FigureView): string {
  const search = new URLSearchParams({ measure: view.measure, org: String(view.org), from: view.from, to: view.to })
  if (view.asOf) search.set('asOf', view.asOf)
  if (view.open) search.set('open', String(view.open))
  return `/figures?${search}`
}

/** The question behind a view, without what is only open beside it. */
export function questionOf({ measure, org, from, to, asOf }: FigureView): FigureQuestion {
  return asOf ? { measure, org, from, to, asOf } : { measure, org, from, to }
}
