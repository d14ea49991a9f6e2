import { apiGet } from '../../../kit/api.ts'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordFormTexts } from '../../texts/record-form.ts'
import type { RecordsPage } from '../data/shapes.ts'
import { useNames } from './names.ts'
import { Pick } from './Pick.tsx'

interface Props {
  id: string
  programme: string
  /** States a record must be in to be chosen. */
  standing?: readonly string[] | undefined
  value: string
  onChange: (record: string) => void
  invalid?: boolean
  describedBy?: string
}

/** Another record: the room of a case, the team of a session. */
export function RecordInput({ id, programme, standing, value, onChange, invalid, describedBy }: Props) {
  const t = useTexts(recordFormTexts)
  const chosen = language.use()
  const { nameOf, learn } = useNames()
  return (
    <Pick
      id={id}
      eager
      chosen={value === '' ? null : (nameOf(value) ?? t.something)}
      hint={t.recordHint}
      source={['records', programme, chosen]}
      search={async (text, signal) => {
        const page = await apiGet<RecordsPage>(
          `/records/${programme}`,
          { q: text, limit: 12, state: standing?.join(',') },
          signal,
        )
        return page.items.map((row) => ({
          key: row.id,
          label: row.title,
          note: `${row.stateLabel[chosen]} · ${row.org.name}`,
        }))
      }}
      onPick={(choice) => {
        if (choice) learn(choice.key, choice.label)
        onChange(choice?.key ?? '')
      }}
      invalid={invalid}
      describedBy={describedBy}
    />
  )
}
