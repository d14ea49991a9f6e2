import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { statesTexts } from '../../../kit/texts/states.ts'
import { useSettled } from '../../../kit/use-settled.ts'
import { recordFormTexts } from '../../texts/record-form.ts'

export interface Choice {
  key: string
  label: string
  note?: string
}

interface Props<T extends Choice> {
  id: string
  /** What is chosen is called; null when nothing is chosen. */
  chosen: string | null
  hint: string
  /** Names the search in the cache. */
  source: readonly unknown[]
  search: (text: string, signal: AbortSignal) => Promise<readonly T[]>
  onPick: (choice: T | null) => void
  /** Offered under what was found: to register somebody new under what was typed. */
  otherwise?: { label: (text: string) => string; onPress: (text: string) => void }
  /** Looks at once, before anything is typed: short lists. */
  eager?: boolean
  invalid?: boolean
  describedBy?: string
}

/** Chooses one thing by typing: arrows choose, Enter takes, Escape closes. What is chosen stands with a way to change it. */
export function Pick<T extends Choice>(props: Props<T>) {
  const { id, chosen, hint, source, search, onPick, otherwise, eager = false } = props
  const t = useTexts(recordFormTexts)
  const states = useTexts(statesTexts)
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const settled = useSettled(text.trim())
  const wanted = eager || settled !== ''
  const query = useQuery({
    queryKey: ['pick', ...source, settled],
    queryFn: ({ signal }) => search(settled, signal),
    enabled: open && wanted,
  })
  const found = wanted ? (query.data ?? []) : []
  const shown = open && (eager || text.trim() !== '')
  const rows = found.length + (otherwise && text.trim() !== '' ? 1 : 0)
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, at])
  const take = (index: number) => {
    const choice = found[index]
    setOpen(false)
    if (choice) {
      setText('')
      onPick(choice)
    } else otherwise?.onPress(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'Enter') {
      if (shown && rows > 0) take(Math.min(at, rows - 1))
    } else return
    event.preventDefault()
  }
  if (chosen !== null)
    return (
      <span className="chosen">
        {chosen}
        <button type="button" className="show" id={id} aria-label={t.change(chosen)} onClick={() => onPick(null)}>
          <Icon name="close" small />
        </button>
      </span>
    )
  const optionClass = (index: number) => (index === Math.min(at, rows - 1) ? 'on' : undefined)
  return (
    <div className="seek">
      <input
        id={id}
        className="field-in"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && rows > 0 ? `${listId}-${Math.min(at, rows - 1)}` : undefined}
        aria-autocomplete="list"
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        autoComplete="off"
        placeholder={hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        // Kept out of focus: the input keeps it, and says which option is chosen.
        <div
          className="seek-list"
          id={listId}
          role="listbox"
          aria-label={hint}
          onPointerDown={(e) => e.preventDefault()}
        >
          {found.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled on the combobox that owns the list
            <div
              key={choice.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={optionClass(index)}
              onClick={() => take(index)}
            >
              {choice.label}
              {choice.note && <span>{choice.note}</span>}
            </div>
          ))}
          {found.length === 0 && (
            <p>{query.isFetching || settled !== text.trim() ? states.loading : wanted ? t.nobody : hint}</p>
          )}
          {otherwise && text.trim() !== '' && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled on the combobox that owns the list
            <div
              id={`${listId}-${found.length}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === found.length}
              className={optionClass(found.length)}
              onClick={() => take(found.length)}
            >
              <Icon name="plus" small />
              {otherwise.label(text.trim())}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
