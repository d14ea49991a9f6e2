import type { OrgRef } from '../../../core/api/shared.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { orgsTexts } from '../texts/orgs.ts'

/** An organisation that ended says where its work went. */
export function SuccessorNote({ successor }: { successor: OrgRef }) {
  const t = useTexts(orgsTexts)
  return (
    <div className="note-box">
      <p>
        <b>{t.successor(successor.name)}</b>
      </p>
      <p>
        {t.successorNote} <AppLink to={`/orgs/${successor.code}`}>{t.toSuccessor}</AppLink>
      </p>
    </div>
  )
}
