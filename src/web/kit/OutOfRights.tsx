import type { Unit } from '../../core/unit.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { groupDigits, signedText } from './number-text.ts'
import { statesTexts } from './texts/states.ts'

interface Props {
  count: number
  value: number
  unit: Unit
  note?: string
}

/** What is inside a total but may not be opened: how many, and that it is counted. Nothing when there is none. */
export function OutOfRights({ count, value, unit, note }: Props) {
  const t = useTexts(statesTexts)
  if (count === 0) return null
  return (
    <section className="hid">
      <h3>
        <Icon name="lock" />
        {t.hiddenTitle}
        <b>{t.hiddenCount(groupDigits(count), signedText(value, unit))}</b>
      </h3>
      <p>{note ?? t.hiddenNote}</p>
    </section>
  )
}
