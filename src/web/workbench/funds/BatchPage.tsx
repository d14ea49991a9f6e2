import { useParams } from '@tanstack/react-router'
import { ApiRefusal } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { BatchScreen } from './BatchScreen.tsx'
import { useBatch } from './fund-data.ts'

/** The batch in the address. */
export function BatchPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const batch = useBatch(id)
  if (batch.error instanceof ApiRefusal && batch.error.status === 404) return <NothingHere />
  if (batch.data) return <BatchScreen page={batch.data} />
  return (
    <div className="page">
      <div className="panel">
        {batch.isError ? <ErrorNote error={batch.error} onAgain={() => batch.refetch()} /> : <LoadingBars rows={8} />}
      </div>
    </div>
  )
}
