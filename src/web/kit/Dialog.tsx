import { type ReactNode, useEffect, useId, useRef } from 'react'

interface Props {
  title: ReactNode
  onClose: () => void
  children: ReactNode
}

/** A question that must be answered first. The browser's own dialog: it keeps focus inside and Escape closes it. */
export function Dialog({ title, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      // The browser gives focus back when a dialog closes, not when it is taken off the page.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onCancel={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}
