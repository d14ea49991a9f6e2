import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface Props {
  className: string
  label?: string
  face: ReactNode
  /** Which edge of the button the box keeps to. */
  side?: 'start' | 'end'
  children: (close: () => void) => ReactNode
}

/** A button that opens a box of choices under it. Escape and a press outside close it and give focus back. */
export function Popover({ className, label, face, side = 'start', children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape on behalf of the controls inside
    <div className="pop" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && <div className={side === 'end' ? 'pop-box end' : 'pop-box'}>{children(close)}</div>}
    </div>
  )
}
