import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiRefusal } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { FundScreen } from './FundScreen.tsx'
import { useFund } from './fund-data.ts'

/** The fund in the address, in a time that may be chosen. */
export function FundPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const [span, setSpan] = useState<{ from?: string; to?: string }>({})
  const fund = useFund(id, span)
  if (fund.error instanceof ApiRefusal && fund.error.status === 404) return <NothingHere />
  if (fund.data) return <FundScreen page={fund.data} onSpan={setSpan} />
  return (
    <div className="page">
      <div className="panel">
        {fund.isError ? <ErrorNote error={fund.error} onAgain={() => fund.refetch()} /> : <LoadingBars rows={8} />}
      </div>
    </div>
  )
}
