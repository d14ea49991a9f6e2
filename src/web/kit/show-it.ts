/** Brings what was asked for into view where it stands below the fold, as on a phone. */
export function showIt(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
