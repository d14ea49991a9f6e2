import { useRef } from 'react'
import { v7 } from 'uuid'

/**
 * The id of an action, made here: the same content sent again keeps its id and counts once; changed content is another
 * action, so that a retry after a lost answer cannot swallow what was changed since.
 */
export function useActionId(): (content: unknown) => string {
  const last = useRef<{ text: string; id: string }>(undefined)
  return (content) => {
    const text = JSON.stringify(content)
    if (last.current?.text !== text) last.current = { text, id: v7() }
    return last.current.id
  }
}
