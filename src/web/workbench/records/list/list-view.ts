import { isDay } from '../../../../core/day.ts'

/** What a list shows, all of it in the address: a link, or the way back from a record, reopens the same view. */
export interface ListView {
  q: string
  state: string
  mine: string
  from: string
  to: string
  brand: string
}

const uuidShape = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/

/** Reads a view from an address; what is wrong is left out. */
export function listViewOf(search: Readonly<Record<string, unknown>>): ListView {
  // A router reads 2026 as a number and true as a truth: here everything is text.
  const text = (key: string) =>
    ['string', 'number', 'boolean'].includes(typeof search[key]) ? String(search[key]) : ''
  const day = (key: string) => (isDay(text(key)) ? text(key) : '')
  const brand = text('brand')
  return {
    q: text('q').slice(0, 60),
    state: text('state').slice(0, 40),
    mine: text('mine') === 'true' ? 'true' : '',
    from: day('from'),
    to: day('to'),
    brand: uuidShape.test(brand) ? brand : '',
  }
}

/** The address of a view, below the workbench. */
export function listHref(programme: string, view: Partial<ListView>): string {
  const set = Object.entries(view).filter(([, value]) => value)
  const query = new URLSearchParams(set).toString()
  return query ? `/records/${programme}?${query}` : `/records/${programme}`
}
