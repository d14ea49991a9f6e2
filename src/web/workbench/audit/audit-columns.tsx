import type { AuditRow } from '../../../core/api/accounts.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import type { Column } from '../../kit/DataList.tsx'
import { momentText } from '../../kit/date-text.ts'
import { language, useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { auditTexts } from '../texts/audit.ts'
import { auditDetail } from './audit-detail.ts'

/** How a look or an event stands in the log. */
export function useAuditColumns(): readonly Column<AuditRow>[] {
  const t = useTexts(auditTexts)
  const me = useMe()
  const words = language.use()
  return [
    { key: 'at', title: t.at, render: (row) => <span className="nowrap">{momentText(row.at)}</span> },
    {
      key: 'by',
      title: t.by,
      render: (row) => (row.by ? <AppLink to={`/audit?account=${row.by.id}`}>{row.by.displayName}</AppLink> : t.system),
    },
    { key: 'what', title: t.what, render: (row) => row.eventLabel },
    {
      key: 'of',
      title: t.of,
      render: (row) => {
        if (row.account) return row.account.displayName
        if (!row.subject) return '—'
        if (row.subject.kind === 'person' && me.abilities.people)
          return <AppLink to={`/people/${row.subject.id}`}>{t.openPerson}</AppLink>
        return <AppLink to={`/audit?subject=${row.subject.id}`}>{t.subject(row.subject.id.slice(-6))}</AppLink>
      },
    },
    { key: 'where', title: t.where, render: (row) => row.org.name },
    { key: 'purpose', title: t.purpose, render: (row) => auditDetail(row, t, words) },
  ]
}
