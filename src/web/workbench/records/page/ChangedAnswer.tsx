import { language, useTexts } from '../../../kit/i18n.ts'
import { MaskedValue } from '../../../kit/MaskedValue.tsx'
import { recordTexts } from '../../texts/record.ts'
import { answerText } from '../data/answer-text.ts'
import { openFields } from '../data/records.ts'
import type { FieldShape, HistoryItem, RecordView } from '../data/shapes.ts'

interface Props {
  view: RecordView
  item: HistoryItem
  field: FieldShape
}

/** What a field said before and after an edit: shown, or behind the eye when it is masked. */
export function ChangedAnswer({ view, item, field }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const change = item.changes.find((one) => one.field === field.key)
  if (!change) return null
  const pageName = (id: string) => view.persons.find((person) => person.id === id)?.name ?? undefined
  const both = (before: unknown, after: unknown, nameOf: (id: string) => string | undefined) =>
    [before, after]
      .map((answer) => answerText(field, answer, { language: chosen, nameOf }) || t.nothingWritten)
      .join(' → ')
  const reveal = async (purpose: string) => {
    const asked = `change:${item.id}:${field.key}`
    const { values, persons } = await openFields(view, [asked], purpose)
    // The server answers this question with both versions.
    const { before, after } = values[asked] as { before: unknown; after: unknown }
    return both(before, after, (id) => persons.find((person) => person.id === id)?.name)
  }
  return (
    <span className="opened">
      {field.label[chosen]}
      {t.colon}
      {change.masked ? (
        <MaskedValue masked="**** → ****" {...(view.abilities.open && { reveal })} />
      ) : (
        both(change.before, change.after, pageName)
      )}
    </span>
  )
}
