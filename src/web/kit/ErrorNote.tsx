import { ApiRefusal } from './api.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './i18n.ts'
import { statesTexts } from './texts/states.ts'

/** What happened, what to do, and the request number to quote. */
export function ErrorNote({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const t = useTexts(statesTexts)
  const refusal = error instanceof ApiRefusal ? error : null
  const text = refusal?.status === 0 ? t.unreachable : refusal?.message || t.broken
  return (
    <div className="wrong" role="alert">
      <Icon name="warn" small />
      <div>
        <p>{text}</p>
        {refusal?.requestId && <p>{t.request(refusal.requestId)}</p>}
      </div>
      {/* Not hers to see: asking again gives the same. */}
      {onAgain && refusal?.status !== 403 && (
        <button type="button" className="btn" onClick={onAgain}>
          {t.again}
        </button>
      )}
    </div>
  )
}
