import { useEffect, useState } from 'react'

/** A value that follows its input once it has been still for `ms`: typing asks the server once, not at every key. */
export function useSettled<T>(value: T, ms = 250): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
