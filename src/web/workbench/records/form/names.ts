import { createContext, useContext } from 'react'

/** What the people and records chosen in a form are called; answers hold only their ids. */
export interface Names {
  nameOf: (id: string) => string | undefined
  learn: (id: string, name: string) => void
}

export const NamesContext = createContext<Names>({ nameOf: () => undefined, learn: () => undefined })

export const useNames = (): Names => useContext(NamesContext)
