import type { LeftOut } from '../../../core/api/payments.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { paymentsTexts } from '../texts/payments.ts'

/** Records that are due and cannot be paid yet, and why. */
export function LeftOutList({ left }: { left: readonly LeftOut[] }) {
  const t = useTexts(paymentsTexts)
  if (left.length === 0) return null
  return (
    <div className="note-box">
      <b>{t.leftOut(left.length)}</b>
      <ul>
        {left.slice(0, 20).map((one) => (
          <li key={one.record}>
            <AppLink to={`/records/${one.programme}/${one.record}`}>
              {t.leftLine(one.number ?? one.record.slice(-6), one.problem)}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
