import { useSyncExternalStore } from 'react'

/** A choice of this reader kept on this device; every open component follows it. */
export interface Preference<T extends string> {
  get: () => T
  set: (value: T) => void
  use: () => T
}

/**
 * Makes a preference. Takes the storage key, the allowed values (the first is the default) and what a change does to
 * the document. A browser that forbids storage still works: the choice then lasts as long as the page.
 */
export function preference<T extends string>(
  key: string,
  allowed: readonly [T, ...T[]],
  apply: (value: T) => void,
): Preference<T> {
  const listeners = new Set<() => void>()
  let value = read(key, allowed)
  const get = (): T => value
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  apply(value)
  return {
    get,
    set: (next) => {
      value = next
      write(key, next)
      apply(next)
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  }
}

function read<T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
  try {
    const stored = globalThis.localStorage?.getItem(key)
    return allowed.find((one) => one === stored) ?? allowed[0]
  } catch {
    return allowed[0]
  }
}

function write(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value)
  } catch {
    // Private windows may refuse storage; nothing is lost but the memory of the choice.
  }
}
