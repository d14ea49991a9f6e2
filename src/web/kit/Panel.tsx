import type { ReactNode } from 'react'

interface Props {
  title?: ReactNode
  /** Set to the right of the title: a link, a period, a note. */
  end?: ReactNode
  tight?: boolean
  className?: string
  label?: string
  children: ReactNode
}

/** A white box with a hairline; the smallest unit of a page that does not break in print. */
export function Panel({ title, end, tight = false, className = '', label, children }: Props) {
  const classes = ['panel', tight ? 'tight' : '', className].filter(Boolean).join(' ')
  return (
    <section className={classes} aria-label={label}>
      {title !== undefined && (
        <div className="sec">
          <h2>{title}</h2>
          {end !== undefined && <div className="e">{end}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
