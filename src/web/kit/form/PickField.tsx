import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../i18n.ts'
import { formTexts } from '../texts/form.ts'
import { statesTexts } from '../texts/states.ts'
import { useSettled } from '../use-settled.ts'
import { type FieldProps, FieldRow } from './FieldRow.tsx'

export interface Choice {
  value: string
  label: string
  note?: string
}

interface Props extends FieldProps {
  /** Names the search in the cache. */
  queryKey: readonly unknown[]
  search: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>
  defaultChoice?: Choice | null
  placeholder?: string
  onPick?: (choice: Choice | null) => void
}

/** Finds one thing among very many by typing, and keeps it until another is wanted. Sent as the value of `name`. */
export function PickField({ queryKey, search, defaultChoice = null, placeholder, onPick, ...field }: Props) {
  const t = useTexts(formTexts)
  const states = useTexts(statesTexts)
  const [chosen, setChosen] = useState<Choice | null>(defaultChoice)
  const [text, setText] = useState('')
  const settled = useSettled(text.trim())
  const found = useQuery({
    queryKey: ['pick', ...queryKey, settled],
    queryFn: ({ signal }) => search(settled, signal),
    enabled: settled !== '' && chosen === null,
  })
  const pick = (choice: Choice | null) => {
    setChosen(choice)
    setText('')
    onPick?.(choice)
  }
  return (
    <FieldRow {...field}>
      {(given) =>
        chosen ? (
          <div className="picked">
            <input type="hidden" name={field.name} value={chosen.value} />
            <b>{chosen.label}</b>
            {chosen.note && <span className="mut sm">{chosen.note}</span>}
            <button type="button" className="btn txt" {...given} onClick={() => pick(null)}>
              {t.pickAnother}
              <span className="vh">{field.label}</span>
            </button>
          </div>
        ) : (
          <>
            <input
              className="field-in"
              type="search"
              required={field.required}
              placeholder={placeholder}
              value={text}
              onChange={(event) => setText(event.target.value)}
              // Enter looks, it does not send a half-filled form.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              {...given}
            />
            {settled !== '' && (
              <ul className="pick" aria-label={field.label} aria-busy={found.isFetching}>
                {found.data?.map((choice) => (
                  <li key={choice.value}>
                    <button type="button" onClick={() => pick(choice)}>
                      {choice.label}
                      {choice.note && <span className="after">{choice.note}</span>}
                    </button>
                  </li>
                ))}
                {found.data?.length === 0 && <li className="mut">{states.noMatch}</li>}
                {found.isError && <li className="mut">{states.unreachable}</li>}
              </ul>
            )}
          </>
        )
      }
    </FieldRow>
  )
}
