import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { Ability, ProgrammeShape, RecordView } from '../data/shapes.ts'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  onAct: (ability: Ability) => void
}

/** What can be done now. A step that must wait says what for; one whose own form fills the gap can be opened. */
export function ActionPanel({ programme, view, onAct }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const abilities = view.abilities.actions.filter(({ tone }) => tone !== 'safety')
  const ordered = [...abilities].sort((a, b) => Number(b.tone === 'main') - Number(a.tone === 'main'))
  if (ordered.length === 0)
    return (
      <Panel tight title={t.actions}>
        <p className="empty">{t.noActions(view.stateLabel[chosen])}</p>
      </Panel>
    )
  // The page has one primary action: the first main step with nothing in its way.
  const primary = ordered.find((one) => one.tone === 'main' && one.allowed)
  const waiting = ordered.filter((one) => !one.allowed)
  return (
    <Panel tight title={t.actions}>
      <div className="acts">
        {ordered.map((ability) => (
          <button
            key={ability.id}
            type="button"
            className={ability === primary ? 'btn pri wide' : ability.tone === 'main' ? 'btn wide' : 'btn'}
            disabled={!mayOpen(ability)}
            aria-describedby={ability.allowed ? undefined : `wait-${ability.id}`}
            onClick={() => onAct(ability)}
          >
            {ability.label[chosen]}
          </button>
        ))}
        {waiting.map((ability) => (
          <p key={ability.id} className="no" id={`wait-${ability.id}`}>
            <Icon name="lock" />
            <span>
              {t.waits(
                ability.label[chosen],
                ability.checks
                  .filter(({ met }) => !met)
                  .map(({ label }) => label[chosen])
                  .join(t.comma),
              )}
            </span>
          </p>
        ))}
        {programme.editableIn.includes(view.state) || view.abilities.edit ? null : (
          <p className="no">
            <Icon name="lock" />
            <span>{t.notEditable(view.stateLabel[chosen])}</span>
          </p>
        )}
      </div>
    </Panel>
  )
}

/** A step's own form may fill the gap (写明委员会, 写条款): it opens when it has a field for each unmet condition. */
const mayOpen = ({ allowed, checks, fills }: Ability) =>
  allowed || checks.filter(({ met }) => !met).length <= fills.length
