import type { ReactNode } from 'react'
import { ApiRefusal } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { useRecord } from './data/records.ts'
import type { ProgrammeShape, RecordView } from './data/shapes.ts'
import { HiddenRecord } from './page/HiddenRecord.tsx'

interface Props {
  programme: ProgrammeShape
  id: string
  children: (view: RecordView) => ReactNode
}

/** Reads a record. One that may not be seen reads the same as one that is not there. */
export function RecordGate({ programme, id, children }: Props) {
  const record = useRecord(programme.id, id)
  if (record.data) return children(record.data)
  if (record.isPending) return <LoadingBars rows={9} />
  const status = record.error instanceof ApiRefusal ? record.error.status : 0
  if (status === 404 || status === 400) return <HiddenRecord programme={programme} id={id} />
  return (
    <div className="page">
      <div className="panel">
        <ErrorNote error={record.error} onAgain={() => record.refetch()} />
      </div>
    </div>
  )
}
