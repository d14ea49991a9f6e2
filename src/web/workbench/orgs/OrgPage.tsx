import { useParams } from '@tanstack/react-router'
import { isOrgCode } from '../../../core/org-code.ts'
import { ApiRefusal } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { useOrg } from '../data/orgs.ts'
import { OrgScreen } from './OrgScreen.tsx'

/** The page of the organisation in the address. */
export function OrgPage() {
  const params: { code?: string } = useParams({ strict: false })
  const code = Number(params.code)
  const org = useOrg(code)
  const absent = org.error instanceof ApiRefusal && org.error.code === 'not-found'
  if (!isOrgCode(code) || absent) return <NothingHere />
  if (org.isSuccess) return <OrgScreen key={code} org={org.data} />
  return (
    <div className="page">
      <div className="panel">
        {org.isError ? <ErrorNote error={org.error} onAgain={() => org.refetch()} /> : <LoadingBars rows={6} />}
      </div>
    </div>
  )
}
