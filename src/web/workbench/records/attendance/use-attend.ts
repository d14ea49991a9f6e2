import { useState } from 'react'
import { apiSend } from '../../../kit/api.ts'
import { useActionId } from '../data/action-id.ts'
import { recordPath, useKeepRecord } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

interface Change {
  people?: readonly { person: string; minutes?: number }[]
  remove?: readonly string[]
  /** Why minutes are settled by hand for who signed in by code. */
  reason?: string
}

/** Puts people on the list of an activity, sets their minutes, takes them off. */
export function useAttend(view: RecordView) {
  const keep = useKeepRecord()
  const actionId = useActionId()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** Gives whether it was done. The count of done things is part of the content: adding her again after taking her off is new. */
  const attend = async (change: Change): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      const path = `${recordPath(view.programme, view.id)}/attendance`
      const id = actionId({ change, done: view.history.length })
      keep(await apiSend<RecordView>('POST', path, { actionId: id, ...change }))
      return true
    } catch (cause) {
      setError(cause)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { attend, busy, error }
}
