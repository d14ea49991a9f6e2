import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { shellTexts } from './texts/shell.ts'
import { statesTexts } from './texts/states.ts'

export interface Found {
  key: string
  group: string
  label: string
  note?: string
}

interface Props<T extends Found> {
  query: string
  onQuery: (query: string) => void
  found: readonly T[]
  busy: boolean
  onPick: (found: T) => void
}

/** The search of the top bar: “/” goes there from anywhere, arrows choose, Enter opens. */
export function SearchBox<T extends Found>({ query, onQuery, found, busy, onPick }: Props<T>) {
  const t = useTexts(shellTexts)
  const states = useTexts(statesTexts)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  useSlash(input)
  const shown = open && query.trim() !== ''
  const chosen = found[Math.min(at, found.length - 1)]
  const pick = (one: T) => {
    setOpen(false)
    onQuery('')
    input.current?.blur()
    onPick(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'Enter' && chosen && shown && !event.nativeEvent.isComposing) pick(chosen)
    else return
    if (event.key.startsWith('Arrow')) event.preventDefault()
  }
  return (
    <search className="find">
      <label>
        <Icon name="search" />
        <span className="vh">{t.search}</span>
        <input
          ref={input}
          role="combobox"
          aria-expanded={shown}
          aria-controls={id}
          aria-activedescendant={shown && chosen ? `${id}-${chosen.key}` : undefined}
          autoComplete="off"
          placeholder={t.searchHint}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value)
            setOpen(true)
            setAt(0)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <span className="kbd" aria-hidden="true">
          /
        </span>
      </label>
      {shown && (
        // Kept out of focus: the input keeps it, and says which option is chosen.
        <div
          className="found"
          id={id}
          role="listbox"
          aria-label={t.found}
          onPointerDown={(event) => event.preventDefault()}
        >
          {found.map((one, index) => (
            <div key={one.key}>
              {found[index - 1]?.group !== one.group && <p className="g">{one.group}</p>}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled on the combobox that owns the list */}
              <div
                id={`${id}-${one.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === chosen}
                onClick={() => pick(one)}
              >
                {one.label}
                {one.note && <span>{one.note}</span>}
              </div>
            </div>
          ))}
          {found.length === 0 && <p className="no">{busy ? states.loading : states.noMatch}</p>}
        </div>
      )}
    </search>
  )
}

function useSlash(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [input])
}
