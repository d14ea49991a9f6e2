import { useParams } from '@tanstack/react-router'
import { ApiRefusal } from '../../kit/api.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { LoadingBars } from '../../kit/LoadingBars.tsx'
import { NothingHere } from '../../kit/NothingHere.tsx'
import { PersonScreen } from './PersonScreen.tsx'
import { usePerson } from './person-data.ts'

/** The page of the person in the address. One out of scope and one who does not exist read the same. */
export function PersonPage() {
  const params: { id?: string } = useParams({ strict: false })
  const person = usePerson(params.id ?? '')
  const refusal = person.error instanceof ApiRefusal ? person.error : null
  if (refusal && ['not-found', 'input-invalid'].includes(refusal.code)) return <NothingHere />
  if (person.isSuccess) return <PersonScreen key={person.data.id} person={person.data} />
  return (
    <div className="page">
      <div className="panel">
        {person.isError ? (
          <ErrorNote error={person.error} onAgain={() => person.refetch()} />
        ) : (
          <LoadingBars rows={6} />
        )}
      </div>
    </div>
  )
}
