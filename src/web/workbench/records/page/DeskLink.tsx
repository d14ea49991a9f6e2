import { AppLink } from '../../../kit/AppLink.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { judgingTexts } from '../../texts/judging.ts'
import { matchingTexts } from '../../texts/matching.ts'
import type { RecordView } from '../data/shapes.ts'

/** Where a step of this record has a screen of its own: the judges' desk, the slips of an event. */
export function DeskLink({ view }: { view: RecordView }) {
  const judging = useTexts(judgingTexts)
  const matching = useTexts(matchingTexts)
  const may = (action: string) => view.abilities.actions.some(({ id }) => id === action)
  if (view.programme === 'match-event' && (may('slip') || view.state === 'matched'))
    return (
      <AppLink className="btn" to={`/matching/${view.id}`}>
        {matching.title}
      </AppLink>
    )
  if (view.state === 'jury' && may('judge'))
    return (
      <AppLink className="btn" to="/judging">
        {judging.title}
      </AppLink>
    )
  return null
}
