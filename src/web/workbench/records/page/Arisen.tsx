import { AppLink } from '../../../kit/AppLink.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { sentTexts } from '../../texts/sent-records.ts'
import { recordPath } from '../data/records.ts'
import type { RecordView } from '../data/shapes.ts'

/** Records a step of this one opened, and the one it was opened by; nothing where the reader sees only one end. */
export function Arisen({ view }: { view: RecordView }) {
  const t = useTexts(sentTexts)
  const chosen = language.use()
  const { from, to } = view.arisen
  const rows = [...from.map((one) => ({ one, why: t.arisenFrom })), ...to.map((one) => ({ one, why: t.arisenTo }))]
  if (rows.length === 0) return null
  return (
    <Panel tight title={t.arisen}>
      <ul className="see">
        {rows.map(({ one, why }) => (
          <li key={one.id} className="stack">
            <AppLink to={recordPath(one.programme, one.id)}>
              {[one.label[chosen], one.number].filter(Boolean).join(' ')}
            </AppLink>
            <span>{`${why} · ${one.stateLabel[chosen]}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
