import { formatDay } from '../../../../core/day.ts'
import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { recordTexts } from '../../texts/record.ts'
import type { Ability, ProgrammeShape, RecordView } from '../data/shapes.ts'
import { mayOpen, nextSteps, onHerWay } from './next-steps.ts'
import { WaitNote } from './WaitNote.tsx'

/** The rule of safety screening (R-MED-11): its conditions stand in the band, whatever programme they belong to. */
const safetyRule = 'R-MED-11'

interface Props {
  programme: ProgrammeShape
  view: RecordView
  onAct: (ability: Ability) => void
}

/** Safety before everything else: what the last screening said, and the steps that put it first. */
export function SafetyBand({ programme, view, onAct }: Props) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const safety = programme.actions.filter(({ tone }) => tone === 'safety')
  if (safety.length === 0) return null
  const screens = safety.filter(({ asks }) => asks.some(({ kind }) => kind === 'screening')).map(({ id }) => id)
  const abilities = view.abilities.actions.filter((one) => one.tone === 'safety' && onHerWay(one))
  if (screens.length === 0 && abilities.length === 0) return null
  const asked = view.history.filter(({ action }) => screens.includes(action))
  const last = asked.at(-1)
  const checks = screens.length > 0 ? view.checks.filter(({ rule }) => rule === safetyRule) : []
  const unmet = checks.filter(({ met }) => !met)
  const words = (list: typeof checks) => list.map(({ label }) => label[chosen]).join(t.comma)
  const screened = !last ? t.safetyNone : unmet.length > 0 ? t.safetyUnsure(words(unmet)) : t.safetyClear(words(checks))
  const { primary } = nextSteps(view)
  return (
    <section className={unmet.length > 0 ? 'safe unsure' : 'safe'} aria-label={t.safety}>
      <Icon name={unmet.length > 0 ? 'warn' : 'shield'} />
      <div>
        <h2>{screens.length > 0 ? screened : t.safetyFirst}</h2>
        <p>
          {last && t.safetyLast(formatDay(last.on, chosen), asked.length)}
          {screens.length > 0 ? t.safetyNote : t.safetyFirstNote}
        </p>
      </div>
      <div className={abilities.length > 1 ? 'safe-acts row' : 'safe-acts'}>
        {abilities.map((ability) => {
          const screening = screens.includes(ability.id)
          const leaves = programme.actions.find(({ id }) => id === ability.id)?.to !== 'same'
          return (
            <button
              key={ability.id}
              type="button"
              className={ability.id === primary?.id ? 'btn pri' : screening ? 'btn' : 'btn ink'}
              disabled={!mayOpen(ability)}
              aria-describedby={mayOpen(ability) ? undefined : `wait-${ability.id}`}
              onClick={() => onAct(ability)}
            >
              {(screening || leaves) && <Icon name={screening ? 'todo' : 'pause'} small />}
              {ability.label[chosen]}
            </button>
          )
        })}
        {abilities
          .filter((one) => !mayOpen(one))
          .map((one) => (
            <WaitNote key={one.id} ability={one} />
          ))}
      </div>
    </section>
  )
}
