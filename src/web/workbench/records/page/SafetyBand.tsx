import { formatDay } from '../../../../core/day.ts'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordTexts } from '../../texts/record.ts'
import type { Ability, ProgrammeShape, RecordView } from '../data/shapes.ts'

/** The rule of safety screening (R-MED-11): its conditions stand in the band, whatever programme they belong to. */
const safetyRule = 'R-MED-11'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  onAct: (ability: Ability) => void
}

/** Safety before everything else: what the last screening said, and the step that stops the work. */
export function SafetyBand({ programme, view, onAct }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const safety = programme.actions.filter(({ tone }) => tone === 'safety')
  if (safety.length === 0) return null
  const screens = safety.filter(({ asks }) => asks.some(({ kind }) => kind === 'screening')).map(({ id }) => id)
  const asked = view.history.filter(({ action }) => screens.includes(action))
  const last = asked.at(-1)
  const checks = view.checks.filter(({ rule }) => rule === safetyRule)
  const unmet = checks.filter(({ met }) => !met)
  const abilities = view.abilities.actions.filter(({ tone }) => tone === 'safety')
  const words = (list: typeof checks) => list.map(({ label }) => label[chosen]).join(t.comma)
  const title = !last ? t.safetyNone : unmet.length > 0 ? t.safetyUnsure(words(unmet)) : t.safetyClear(words(checks))
  return (
    <section className={unmet.length > 0 ? 'safe unsure' : 'safe'} aria-label={t.safety}>
      <Icon name={unmet.length > 0 ? 'warn' : 'shield'} />
      <div>
        <h2>{title}</h2>
        <p>
          {last && t.safetyLast(formatDay(last.on, chosen), asked.length)}
          {t.safetyNote}
        </p>
      </div>
      <div className="safe-acts">
        {abilities.map((ability) => {
          const screening = screens.includes(ability.id)
          return (
            <button
              key={ability.id}
              type="button"
              className={screening ? 'btn' : 'btn ink'}
              disabled={!ability.allowed}
              onClick={() => onAct(ability)}
            >
              <Icon name={screening ? 'todo' : 'pause'} small />
              {ability.label[chosen]}
            </button>
          )
        })}
      </div>
    </section>
  )
}
