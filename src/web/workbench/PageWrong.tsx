import { ErrorNote } from '../kit/ErrorNote.tsx'

/** A page that could not be shown: what happened, and the way to try again. */
export function PageWrong({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="page">
      <div className="panel">
        <ErrorNote error={error} onAgain={reset} />
      </div>
    </div>
  )
}
