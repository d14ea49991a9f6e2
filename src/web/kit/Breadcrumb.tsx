import { Fragment, type ReactNode } from 'react'
import { AppLink } from './AppLink.tsx'
import { Icon } from './Icon.tsx'

export interface Crumb {
  key: string
  label: string
  to: string
}

/** The way here: links, then where we are. */
export function Breadcrumb({
  label,
  path,
  here,
  end,
}: {
  label: string
  path: readonly Crumb[]
  here: ReactNode
  end?: ReactNode
}) {
  return (
    <nav className="crumb" aria-label={label}>
      {path.map((crumb) => (
        <Fragment key={crumb.key}>
          <AppLink to={crumb.to}>{crumb.label}</AppLink>
          <Icon name="right" />
        </Fragment>
      ))}
      <b aria-current="page">{here}</b>
      {end && <span className="after">{end}</span>}
    </nav>
  )
}
