import { useState } from 'react'
import { v7 } from 'uuid'

/** The id of what a form is about to make: the same however often it is sent, so a second press makes nothing twice. */
export function useNewId(): string {
  const [id] = useState(() => v7())
  return id
}
