import type { ReactNode } from 'react'
import { useTexts } from './i18n.ts'
import { groupDigits } from './number-text.ts'
import { SearchInput } from './SearchInput.tsx'
import { statesTexts } from './texts/states.ts'

export interface ListFilter {
  key: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

interface Props {
  search?: { value: string; hint: string; onChange: (value: string) => void }
  filters: readonly ListFilter[]
  total?: number | null
  actions?: ReactNode
}

/** Search and filters above a list. An empty filter value means all. */
export function ListBar({ search, filters, total, actions }: Props) {
  const t = useTexts(statesTexts)
  if (!search && filters.length === 0 && !actions) return null
  return (
    <div className="list-bar">
      {search && <SearchInput label={t.search} {...search} />}
      {filters.map((filter) => (
        <select
          key={filter.key}
          className="field-in"
          aria-label={filter.label}
          value={filter.value}
          onChange={(event) => filter.onChange(event.target.value)}
        >
          <option value="">{t.allOf(filter.label)}</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
      {typeof total === 'number' && <span className="total">{t.total(groupDigits(total))}</span>}
      {actions}
    </div>
  )
}
