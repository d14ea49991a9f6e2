import { useEffect } from 'react'

/** The title of the browser's tab, and of a print. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
