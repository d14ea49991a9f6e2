import { useState } from 'react'
import { useDropDraft } from './hotline-data.ts'

/** Going on with an unfinished call, or shredding it; what went wrong is kept for the page to say. */
export function useDraftActions(onResume: (id: string) => Promise<void>) {
  const dropDraft = useDropDraft()
  const [error, setError] = useState<unknown>(null)
  const resume = (id: string) => {
    setError(null)
    onResume(id).catch(setError)
  }
  return { error: error ?? dropDraft.error, resume, drop: (id: string) => dropDraft.mutate(id) }
}
