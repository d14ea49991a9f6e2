import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordTexts } from '../../texts/record.ts'
import type { Ability } from '../data/shapes.ts'

/** Why a step cannot be taken yet, in the words of its conditions. */
export function WaitNote({ ability }: { ability: Ability }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const missing = ability.checks.filter(({ met }) => !met).map(({ label }) => label[chosen])
  return (
    <p className="no" id={`wait-${ability.id}`}>
      <Icon name="lock" />
      <span>{t.waits(ability.label[chosen], missing.join(t.comma))}</span>
    </p>
  )
}
