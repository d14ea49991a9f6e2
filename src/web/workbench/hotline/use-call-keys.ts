import { useEffect, useRef } from 'react'

interface Keys {
  end: () => void
  told110: () => void
  transfer: () => void
  leave: () => void
}

/** The second press within this many milliseconds leaves the page. */
const twice = 800

/** Keys of the console that work wherever the focus is: function keys, Alt with a digit, Escape twice. */
export function useCallKeys(keys: Keys): void {
  const held = useRef(keys)
  held.current = keys
  useEffect(() => {
    let escaped = 0
    const press = (event: KeyboardEvent) => {
      const now = held.current
      const step = event.altKey && /^Digit[1-5]$/.test(event.code) ? event.code.slice(-1) : ''
      if (step) document.getElementById(stepPlaces[Number(step) - 1] ?? '')?.focus()
      else if (event.key === 'F4' && !event.altKey) now.transfer()
      else if (event.key === 'F9') now.told110()
      else if (event.key === 'F10') now.end()
      else if (event.key === 'Escape') {
        const left = event.timeStamp - escaped < twice
        escaped = event.timeStamp
        if (!left) return
        now.leave()
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Where the five steps of a call begin. */
export const stepPlaces = ['hl-q0', 'hl-2', 'hl-words', 'hl-4', 'hl-5'] as const
