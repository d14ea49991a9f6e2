import { useState } from 'react'
import type { OrgPage } from '../../../core/api/orgs.ts'
import { Breadcrumb } from '../../kit/Breadcrumb.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { orgsTexts } from '../texts/orgs.ts'
import { AddOrgDialog } from './AddOrgDialog.tsx'
import { Committee } from './Committee.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { OrgBelow } from './OrgBelow.tsx'
import { OrgFacts } from './OrgFacts.tsx'
import { OrgHead } from './OrgHead.tsx'
import { OrgHistory } from './OrgHistory.tsx'
import type { OrgTask } from './org-task.ts'
import { RenameDialog } from './RenameDialog.tsx'
import { SuccessorNote } from './SuccessorNote.tsx'
import { Terms } from './Terms.tsx'

/** One organisation: what stands below it, who sits on its committee, what became of it. */
export function OrgScreen({ org }: { org: OrgPage }) {
  const t = useTexts(orgsTexts)
  const [task, setTask] = useState<OrgTask | null>(null)
  const close = () => setTask(null)
  usePageTitle(`${org.name} · ${t.pageTitle}`)
  const path = org.ancestors.map((above) => ({
    key: String(above.code),
    label: above.name,
    to: `/orgs/${above.code}`,
  }))
  const add = org.abilities.includes('add') && (
    <button type="button" className="btn sml" onClick={() => setTask('add')}>
      {t.add}
    </button>
  )
  return (
    <div className="page">
      <Breadcrumb label={t.path} path={path} here={org.shortName} />
      <OrgHead org={org} onTask={setTask} />
      {org.successor && <SuccessorNote successor={org.successor} />}
      <div className="rec-grid">
        <div className="rec-col">
          <OrgBelow code={org.code} action={add} />
          {org.kind !== 'partner' && <Committee org={org} />}
        </div>
        <div className="rec-col">
          {org.kind !== 'partner' && <Terms org={org} />}
          <OrgFacts org={org} />
          <OrgHistory changes={org.changes} />
        </div>
      </div>
      {task === 'add' && <AddOrgDialog org={org} onClose={close} />}
      {task === 'rename' && <RenameDialog org={org} onClose={close} />}
      {task === 'merge' && <MergeDialog org={org} onClose={close} />}
    </div>
  )
}
