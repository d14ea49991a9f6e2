import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftHead } from '../../../core/api/hotline.ts'
import { ApiRefusal, apiSend, apiUrl } from '../../kit/api.ts'
import { factsOf } from '../records/data/refusal-facts.ts'
import type { Call } from './call.ts'

export type SaveState = 'saved' | 'writing' | 'offline' | 'stale' | 'gone'

interface Newer {
  revision: number
  content: Call
}

/** Saved at most this long after a key was pressed. */
const pause = 800
const again = 2000

/**
 * A call that is kept on the server while it is written. Nothing of it is stored in the browser: without a network it stays
 * in this page and is sent again. What another page wrote is never overwritten unasked.
 */
export function useDraft(id: string, opened: { call: Call; revision: number }) {
  const [call, setCall] = useState(opened.call)
  const [state, setState] = useState<SaveState>(opened.revision === 0 ? 'writing' : 'saved')
  const [newer, setNewer] = useState<Newer | null>(null)
  const held = useRef({
    call: opened.call,
    revision: opened.revision,
    dirty: opened.revision === 0,
    stopped: false,
    sending: null as Promise<void> | null,
    timer: 0,
  })

  const send = useCallback(async () => {
    const now = held.current
    now.dirty = false
    const wait = (after: number) => {
      now.dirty = true
      window.clearTimeout(now.timer)
      now.timer = window.setTimeout(flush, after)
    }
    try {
      const body = { revision: now.revision, content: now.call }
      const kept = await apiSend<DraftHead>('PUT', `/drafts/${id}`, body)
      now.revision = kept.revision
      if (now.dirty) wait(pause)
      else setState('saved')
    } catch (cause) {
      const facts = factsOf<Newer>(cause, 'draft-stale')
      if (facts) {
        now.stopped = true
        setNewer(facts)
        setState('stale')
      } else if (cause instanceof ApiRefusal && cause.code === 'draft-gone') {
        now.stopped = true
        setState('gone')
      } else {
        setState('offline')
        wait(again)
      }
    }
    function flush() {
      if (now.sending || now.stopped) return
      now.sending = send().finally(() => {
        now.sending = null
      })
    }
  }, [id])

  const flush = useCallback(async () => {
    const now = held.current
    window.clearTimeout(now.timer)
    if (now.sending) await now.sending
    if (!now.dirty || now.stopped) return
    now.sending = send().finally(() => {
      now.sending = null
    })
    await now.sending
  }, [send])

  const update = useCallback(
    (change: Partial<Call>) => {
      const now = held.current
      now.call = { ...now.call, ...change }
      setCall(now.call)
      if (now.stopped) return
      setState((was) => (was === 'offline' ? was : 'writing'))
      if (now.dirty) return
      now.dirty = true
      now.timer = window.setTimeout(flush, pause)
    },
    [flush],
  )

  useEffect(() => {
    const now = held.current
    now.stopped = false
    if (now.dirty) flush()
    const hide = () => {
      if (document.visibilityState !== 'hidden' || !now.dirty || now.stopped || now.sending) return
      now.sending = keepAlive(id, now).finally(() => {
        now.sending = null
      })
    }
    const ask = (event: BeforeUnloadEvent) => {
      if (now.dirty && !now.stopped) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('beforeunload', ask)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('beforeunload', ask)
      window.clearTimeout(now.timer)
      if (now.dirty && !now.stopped) flush()
    }
  }, [id, flush])

  /** After a conflict: goes on from one of the two. */
  const settle = (mine: boolean) => {
    if (!newer) return
    const now = held.current
    now.revision = newer.revision
    now.stopped = false
    now.dirty = mine
    if (!mine) {
      now.call = newer.content
      setCall(newer.content)
    }
    setNewer(null)
    setState(mine ? 'writing' : 'saved')
    if (mine) flush()
  }
  /** No more saving: the call has been filed, or is being. Gives the revision last seen. */
  const stop = useCallback(async () => {
    await flush()
    held.current.stopped = true
    window.clearTimeout(held.current.timer)
    return held.current.revision
  }, [flush])
  const resume = useCallback(() => {
    held.current.stopped = false
  }, [])
  return { call, update, state, newer, settle, flush, stop, resume }
}

/** The tab is hidden, perhaps closed: the browser sends this on even when the page is gone. */
async function keepAlive(id: string, now: { call: Call; revision: number; dirty: boolean }): Promise<void> {
  const sent = now.call
  try {
    const answer = await fetch(apiUrl(`/drafts/${id}`), {
      method: 'PUT',
      keepalive: true,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-niangjia-request': '1' },
      body: JSON.stringify({ revision: now.revision, content: sent }),
    })
    if (!answer.ok) return
    const kept = (await answer.json()) as DraftHead
    now.revision = kept.revision
    now.dirty = now.call !== sent
  } catch {
    // Still in the page, still dirty: sent again by the next stroke of the timer.
  }
}
