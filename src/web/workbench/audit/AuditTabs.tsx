import { AppLink } from '../../kit/AppLink.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { auditTexts } from '../texts/audit.ts'

/** The log, and the requests to open sealed records. Who may not read the log sees only her own requests. */
export function AuditTabs({ here }: { here: 'audit' | 'glass' }) {
  const t = useTexts(auditTexts)
  const me = useMe()
  if (!me.abilities.audit) return null
  const current = (one: 'audit' | 'glass') => (one === here ? ('page' as const) : undefined)
  return (
    <nav className="tabs" aria-label={t.tabs}>
      <AppLink to="/audit" aria-current={current('audit')}>
        {t.title}
      </AppLink>
      <AppLink to="/break-glass" aria-current={current('glass')}>
        {t.glass}
      </AppLink>
    </nav>
  )
}
