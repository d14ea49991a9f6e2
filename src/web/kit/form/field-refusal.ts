import { createContext, useContext } from 'react'

/** What is wrong in the form around a field, by field: its own faults, or what the server refused. */
export const FormWrongs = createContext<Readonly<Record<string, string>>>({})

/** The sentence to show at this field, when something is wrong with it. */
export function useFieldRefusal(name: string): string | null {
  return useContext(FormWrongs)[name] ?? null
}
