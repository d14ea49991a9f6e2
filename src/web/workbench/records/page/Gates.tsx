import { Icon } from '../../../kit/Icon.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { recordTexts } from '../../texts/record.ts'
import type { ProgrammeShape, RecordView } from '../data/shapes.ts'
import { gatesNow } from './next-steps.ts'

/** Consents and conditions of what comes next: which are met, and which step waits for the others. */
export function Gates({ programme, view }: { programme: ProgrammeShape; view: RecordView }) {
  const t = useTexts(recordTexts)
  const chosen = language.use()
  const gates = gatesNow(view, programme.actions)
  if (gates.length === 0) return null
  const missing = gates.filter(({ met }) => !met).length
  return (
    <Panel tight title={t.gates(view.kind)} end={t.gatesMet(gates.length, missing)}>
      <ul className="gates">
        {gates.map(({ check, label, met, steps }) => (
          <li key={check} className={met ? undefined : 'wait'}>
            <b>
              <Icon name={met ? 'ok' : 'clock'} />
              {label[chosen]}
            </b>
            <p>
              {met ? t.met : t.unmet}
              {t.neededFor(steps.map((step) => step.label[chosen]).join(t.comma))}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
