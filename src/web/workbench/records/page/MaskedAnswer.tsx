import { language, useTexts } from '../../../kit/i18n.ts'
import { MaskedValue } from '../../../kit/MaskedValue.tsx'
import { recordTexts } from '../../texts/record.ts'
import { answerText } from '../data/answer-text.ts'
import { openFields } from '../data/records.ts'
import type { FieldShape, RecordView } from '../data/shapes.ts'

interface Props {
  view: RecordView
  /** What is opened: a field, or action:<id>:<key> for an answer of a step. */
  asked: string
  field: FieldShape
}

/** A masked answer: stars, and an eye where this reader may look. */
export function MaskedAnswer({ view, asked, field }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const reveal = async (purpose: string) => {
    const { values, persons } = await openFields(view, [asked], purpose)
    const nameOf = (id: string) => persons.find((person) => person.id === id)?.name
    return answerText(field, values[asked], { language: chosen, nameOf }) || t.nothingWritten
  }
  return <MaskedValue masked="****" reveal={view.abilities.open ? reveal : undefined} />
}
