import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { useProgrammes } from './data/programmes.ts'
import type { ProgrammeShape } from './data/shapes.ts'

interface Props {
  children: (programme: ProgrammeShape, programmes: readonly ProgrammeShape[]) => ReactNode
}

/** Finds the programme the address names. One this post may not see does not exist for it. */
export function ProgrammeGate({ children }: Props) {
  const params: { programme?: string } = useParams({ strict: false })
  const programmes = useProgrammes()
  if (programmes.isPending) return <LoadingBars rows={8} />
  if (programmes.isError)
    return (
      <div className="page">
        <div className="panel">
          <ErrorNote error={programmes.error} onAgain={() => programmes.refetch()} />
        </div>
      </div>
    )
  const programme = programmes.data.items.find((one) => one.id === params.programme)
  return programme ? children(programme, programmes.data.items) : <NothingHere />
}
