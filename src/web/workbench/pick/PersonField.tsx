import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listPeople } from '../../../core/api/people.ts'
import { apiGet } from '../../kit/api.ts'
import type { FieldProps } from '../../kit/form/FieldRow.tsx'
import { type Choice, PickField } from '../../kit/form/PickField.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { pickTexts } from '../texts/pick.ts'

interface Props extends FieldProps {
  /** One that may not be chosen. */
  except?: string
  onPick?: (choice: Choice | null) => void
}

/** Picks a registered person of one's scope by the start of her name or the last four digits of her phone. */
export function PersonField({ except, ...field }: Props) {
  const t = useTexts(pickTexts)
  const search = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    // A whole number never stands in an address; the search takes its last four digits.
    const digits = q.replace(/\D/g, '')
    const asked = digits.length > 4 ? digits.slice(-4) : q
    const { items } = await apiGet<ResponseOf<typeof listPeople>>('/people', { q: asked, limit: 20 }, signal)
    return items
      .filter((person) => person.id !== except)
      .map((person) => ({
        value: person.id,
        label: person.name,
        note: [person.birthYear, person.phone, person.org.name].filter(Boolean).join(' · '),
      }))
  }
  return <PickField {...field} queryKey={['person', except]} search={search} placeholder={t.personHint} />
}
