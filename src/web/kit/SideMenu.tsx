import { AppLink } from './AppLink.tsx'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import type { IconName } from './icons.ts'
import { Mark } from './Mark.tsx'
import { shellTexts } from './texts/shell.ts'

export interface MenuItem {
  key: string
  label: string
  icon: IconName
  to: string
  count?: number
  /** What it opens to, when it stands for several. */
  items?: readonly MenuItem[]
}

export interface MenuGroup {
  key: string
  /** The first group has no name. */
  label: string | null
  items: readonly MenuItem[]
}

interface Props {
  groups: readonly MenuGroup[]
  /** The path we are on, below the workbench. */
  path: string
  footnote: string | null
  open: boolean
  onGone: () => void
}

/** The side menu by groups; on a phone it slides in. */
export function SideMenu({ groups, path, footnote, open, onGone }: Props) {
  const t = useTexts(shellTexts)
  return (
    <aside id="side" className={open ? 'side open' : 'side'} aria-label={t.navigation}>
      <AppLink className="brand" to="/" onClick={onGone}>
        <Mark />
        <span>
          {t.brand}
          <small>{t.workbench}</small>
        </span>
      </AppLink>
      <nav aria-label={t.mainMenu}>
        {groups.map((group) => (
          <div key={group.key}>
            {group.label && <p className="side-g">{group.label}</p>}
            <ul>
              {group.items.map((item) =>
                item.items ? (
                  <li key={item.key}>
                    <details open={item.items.some((inner) => isHere(inner.to, path))}>
                      <summary>
                        <Icon name={item.icon} />
                        {item.label}
                      </summary>
                      <ul>
                        {item.items.map((inner) => (
                          <Entry key={inner.key} item={inner} path={path} onGone={onGone} />
                        ))}
                      </ul>
                    </details>
                  </li>
                ) : (
                  <Entry key={item.key} item={item} path={path} onGone={onGone} />
                ),
              )}
            </ul>
          </div>
        ))}
      </nav>
      {footnote && <p className="side-f">{footnote}</p>}
    </aside>
  )
}

function Entry({ item, path, onGone }: { item: MenuItem; path: string; onGone: () => void }) {
  return (
    <li>
      <AppLink to={item.to} aria-current={isHere(item.to, path) ? 'page' : undefined} onClick={onGone}>
        <Icon name={item.icon} />
        {item.label}
        {item.count ? <b className="side-n">{item.count}</b> : null}
      </AppLink>
    </li>
  )
}

/** Whether a menu entry leads to where we are: the same place or one inside it. */
export function isHere(to: string, path: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}
