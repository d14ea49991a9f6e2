import type { OrgPage } from '../../../core/api/orgs.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { Panel } from '../../kit/Panel.tsx'
import { Timeline } from '../../kit/Timeline.tsx'
import { orgsTexts } from '../texts/orgs.ts'

/** Founded, renamed, merged: newest first, each with the decision it rests on. */
export function OrgHistory({ changes }: { changes: OrgPage['changes'] }) {
  const t = useTexts(orgsTexts)
  const name = (side: Record<string, unknown>) => (typeof side.name === 'string' ? side.name : '')
  const events = [...changes].reverse().map((change, index) => ({
    key: `${change.on}-${changes.length - index}`,
    at: change.on,
    when: change.on,
    title: t.change(change.change),
    detail: [
      change.change === 'renamed' ? t.renamedTo(name(change.before), name(change.after)) : name(change.after),
      change.basis,
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <Panel title={t.history} tight>
      {events.length > 0 ? <Timeline events={events} /> : <EmptyState text={t.noHistory} />}
    </Panel>
  )
}
