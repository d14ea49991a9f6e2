import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A dialog opened from inside a form: set outside it in the document, its own submit does not submit the form. */
export function Detached({ children }: { children: ReactNode }) {
  return createPortal(<div onSubmit={(event) => event.stopPropagation()}>{children}</div>, document.body)
}
