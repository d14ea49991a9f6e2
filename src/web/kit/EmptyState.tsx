import type { ReactNode } from 'react'

/** One sentence and the next step; no picture. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="empty">
      {text}
      {action}
    </div>
  )
}
