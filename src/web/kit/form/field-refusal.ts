import { createContext, useContext } from 'react'
import type { ApiRefusal } from '../api.ts'

/** What the server refused of the form around a field. */
export const FormRefusal = createContext<ApiRefusal | null>(null)

/** The sentence to show at this field, when the refusal is about it. */
export function useFieldRefusal(name: string): string | null {
  const refusal = useContext(FormRefusal)
  return refusal?.field === name && refusal.message ? refusal.message : null
}
