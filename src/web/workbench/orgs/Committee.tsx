import { useState } from 'react'
import type { OrgPage } from '../../../core/api/orgs.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { Panel } from '../../kit/Panel.tsx'
import { orgsTexts } from '../texts/orgs.ts'
import { AddMemberDialog } from './AddMemberDialog.tsx'
import { EndMemberDialog } from './EndMemberDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import { type CommitteeMember, useCommittee } from './org-data.ts'

/** Who sits on the committee, by position; former members on demand. */
export function Committee({ org }: { org: OrgPage }) {
  const t = useTexts(orgsTexts)
  const [past, setPast] = useState(false)
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<CommitteeMember | null>(null)
  const committee = useCommittee(org.code, past)
  const may = org.abilities.includes('members')
  const end = (
    <span className="tags">
      {t.committeeCount(org.members)}
      <button type="button" className="btn sml" aria-pressed={past} onClick={() => setPast(!past)}>
        {t.past}
      </button>
      {may && (
        <button type="button" className="btn sml" onClick={() => setAdding(true)}>
          {t.addMember}
        </button>
      )}
    </span>
  )
  return (
    <Panel title={t.committee} end={end}>
      {committee.isPending && <LoadingBars rows={3} />}
      {committee.isError && <ErrorNote error={committee.error} onAgain={() => committee.refetch()} />}
      {committee.data?.items.length === 0 && <EmptyState text={t.noMembers} />}
      {committee.isSuccess && committee.data.items.length > 0 && (
        <ul className="rows">
          {committee.data.items.map((member) => (
            <MemberRow key={member.id} member={member} onEnd={may ? () => setEnding(member) : undefined} />
          ))}
        </ul>
      )}
      {adding && <AddMemberDialog org={org} onClose={() => setAdding(false)} />}
      {ending && <EndMemberDialog org={org} member={ending} onClose={() => setEnding(null)} />}
    </Panel>
  )
}
