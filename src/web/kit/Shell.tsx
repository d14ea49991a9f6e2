import { type ReactNode, useState } from 'react'
import { AppLink } from './AppLink.tsx'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { isHere, type MenuGroup, SideMenu } from './SideMenu.tsx'
import { shellTexts } from './texts/shell.ts'

interface Props {
  groups: readonly MenuGroup[]
  path: string
  /** Set under the menu: that the figures are a demonstration. */
  footnote: string | null
  /** Post switcher, search, large type, notices, me. */
  top: ReactNode
  children: ReactNode
}

/** The frame of the workbench: menu, top bar, page; at phone width a bar at the thumb and a sliding menu. */
export function Shell({ groups, path, footnote, top, children }: Props) {
  const t = useTexts(shellTexts)
  const [open, setOpen] = useState(false)
  const near = groups.flatMap((group) => group.items).filter((item) => ['home', 'todos', 'figures'].includes(item.key))
  const shut = () => setOpen(false)
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <button type="button" className={open ? 'shade open' : 'shade'} aria-label={t.closeMenu} onClick={shut} />
      <SideMenu groups={groups} path={path} footnote={footnote} open={open} onGone={shut} />
      <div className="body">
        <header className="top">{top}</header>
        <main id="main" className="page-frame" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className="tabbar" aria-label={t.menu}>
        {near.map((item) => (
          <AppLink key={item.key} to={item.to} aria-current={isHere(item.to, path) ? 'page' : undefined} onClick={shut}>
            <Icon name={item.icon} />
            {item.label}
            {item.count ? <b className="side-n">{item.count}</b> : null}
          </AppLink>
        ))}
        <button type="button" aria-expanded={open} aria-controls="side" onClick={() => setOpen(!open)}>
          <Icon name="menu" />
          {t.menu}
        </button>
      </nav>
    </div>
  )
}
