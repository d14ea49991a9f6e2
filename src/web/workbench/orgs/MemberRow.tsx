import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { orgsTexts } from '../texts/orgs.ts'
import type { CommitteeMember } from './org-data.ts'

/** A seat: its position is public, who sits there only within the reader's scope. */
export function MemberRow({ member, onEnd }: { member: CommitteeMember; onEnd?: (() => void) | undefined }) {
  const t = useTexts(orgsTexts)
  const { abilities } = useMe()
  const name = member.person?.name
  return (
    <li>
      <span className="tag line">{t.position(member.position)}</span>
      {member.person && abilities.people ? (
        <AppLink to={`/people/${member.person.id}`}>{name}</AppLink>
      ) : (
        <span className={name ? undefined : 'mut'}>{name ?? t.outside}</span>
      )}
      <span className="end">
        {member.to ? t.served(member.from, member.to) : t.serving(member.from)}
        {member.removedReason && <span>{member.removedReason}</span>}
        {onEnd && !member.to && (
          <button type="button" className="btn sml" onClick={onEnd}>
            {t.endMember}
            <span className="vh">{name}</span>
          </button>
        )}
      </span>
    </li>
  )
}
