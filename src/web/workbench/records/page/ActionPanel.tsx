import { useId, useState } from 'react'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { Ability, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { mayOpen, nextSteps } from './next-steps.ts'
import { WaitNote } from './WaitNote.tsx'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  onAct: (ability: Ability) => void
}

/** What can be done now: the next step first, what it waits for said, the rest folded when there is much of it. */
export function ActionPanel({ programme, view, onAct }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const { primary, shown, folded } = nextSteps(view)
  const [all, setAll] = useState(false)
  const rest = useId()
  if (shown.length + folded.length === 0)
    return (
      <Panel tight title={t.actions}>
        <p className="empty">{t.noActions(view.stateLabel[chosen])}</p>
      </Panel>
    )
  const button = (ability: Ability) => (
    <button
      key={ability.id}
      type="button"
      className={ability === primary ? 'btn pri wide' : ability.tone === 'main' ? 'btn wide' : 'btn'}
      disabled={!mayOpen(ability)}
      aria-describedby={mayOpen(ability) ? undefined : `wait-${ability.id}`}
      onClick={() => onAct(ability)}
    >
      {ability.label[chosen]}
    </button>
  )
  const waits = (abilities: Ability[]) =>
    abilities.filter((one) => !mayOpen(one)).map((one) => <WaitNote key={one.id} ability={one} />)
  return (
    <Panel tight title={t.actions}>
      <div className="acts">
        {shown.map(button)}
        {waits(shown)}
        {folded.length > 0 && (
          <button
            type="button"
            className="btn txt more"
            aria-expanded={all}
            aria-controls={rest}
            onClick={() => setAll(!all)}
          >
            {t.moreActions(folded.length)}
            <Icon name={all ? 'minus' : 'down'} small />
          </button>
        )}
        {programme.editableIn.length === 0 ||
        programme.editableIn.includes(view.state) ||
        view.abilities.edit ? null : (
          <p className="no">
            <Icon name="lock" />
            <span>{t.notEditable(view.stateLabel[chosen])}</span>
          </p>
        )}
      </div>
      <div className="acts rest" id={rest} hidden={!all}>
        {folded.map(button)}
        {waits(folded)}
      </div>
    </Panel>
  )
}
