import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: string }

/**
 * A link to a place in the workbench by its path (`/figures?measure=…`), as menus and server answers give it. A real
 * address, so it opens in a new tab, copies and is announced; a plain click stays in the page.
 */
export function AppLink({ to, onClick, ...rest }: Props) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!plain || event.defaultPrevented || rest.target) return
    event.preventDefault()
    router.history.push(hrefOf(to))
  }
  return <a {...rest} href={hrefOf(to)} onClick={follow} />
}

/** The browser's address of a workbench path. */
export function hrefOf(to: string): string {
  return to.startsWith('/workbench/') ? to : `/workbench${to}`
}
