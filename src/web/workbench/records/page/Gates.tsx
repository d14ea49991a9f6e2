import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { ProgrammeShape, RecordView } from '../data/shapes.ts'

/** Consents and conditions: which are met, and which step waits for the others. */
export function Gates({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  if (view.checks.length === 0) return null
  const missing = view.checks.filter(({ met }) => !met).length
  return (
    <Panel tight title={t.gates(view.kind)} end={t.gatesMet(view.checks.length, missing)}>
      <ul className="gates">
        {view.checks.map(({ check, label, met }) => {
          const steps = programme.actions
            .filter(({ needs }) => needs.includes(check))
            .map((action) => action.label[chosen])
          return (
            <li key={check} className={met ? undefined : 'wait'}>
              <b>
                <Icon name={met ? 'ok' : 'clock'} />
                {label[chosen]}
              </b>
              <p>
                {met ? t.met : t.unmet}
                {steps.length > 0 && t.neededFor(steps.join(t.comma))}
              </p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
