import { type ReactNode, useEffect } from 'react'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { marksTexts } from './texts/marks.ts'

interface Props {
  label: string
  /** The line beside the close button, if it is not the label. */
  line?: string
  head: ReactNode
  onClose: () => void
  children: ReactNode
}

/** What lies behind a number, at the side of the page it stands on; Escape closes it. */
export function Drawer({ label, line = label, head, onClose, children }: Props) {
  const marks = useTexts(marksTexts)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside className="drawer" aria-label={label}>
      <div className="dh">
        <p>
          {line}
          <button type="button" className="ghost sq" aria-label={marks.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </p>
        {head}
      </div>
      {children}
    </aside>
  )
}
