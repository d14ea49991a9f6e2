import { createContext, useContext } from 'react'
import type { RecordView } from '../data/shapes.ts'

/** What the people and records chosen in a form are called; answers hold only their ids. */
export interface Names {
  nameOf: (id: string) => string | undefined
  learn: (id: string, name: string) => void
}

export const NamesContext = createContext<Names>({ nameOf: () => undefined, learn: () => undefined })

export const useNames = (): Names => useContext(NamesContext)

/** What the people, records and organisations a record names are called. */
export function namesIn(view: RecordView): Record<string, string> {
  const people = view.persons.flatMap(({ id, name }) => (name === null ? [] : [[id, name]]))
  return Object.fromEntries([
    ...people,
    ...view.linked.map(({ id, title }) => [id, title]),
    ...view.orgs.map(({ code, name }) => [String(code), name]),
  ])
}
