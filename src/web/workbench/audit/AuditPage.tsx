import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { getAudit } from '../../../core/api/accounts.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { DataList } from '../../kit/DataList.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { useOrgChildren } from '../orgs/org-data.ts'
import { usePageTitle } from '../page-title.ts'
import { auditTexts } from '../texts/audit.ts'
import { AuditTabs } from './AuditTabs.tsx'
import { useAuditColumns } from './audit-columns.tsx'
import { DayRange } from './DayRange.tsx'

/** Who opened which P3/P4 data and why, and what happened to accounts; newest first. */
export function AuditPage() {
  const t = useTexts(auditTexts)
  const me = useMe()
  const search: { account?: string; subject?: string } = useSearch({ strict: false })
  const [kind, setKind] = useState('')
  const [org, setOrg] = useState('')
  const [range, setRange] = useState({ from: '', to: '' })
  const columns = useAuditColumns()
  const below = useOrgChildren(me.post?.org.code ?? 0).data?.items ?? []
  usePageTitle(t.pageTitle)
  const { account, subject } = search
  // A rights post reads only the looks at its own organisation's data: there is nothing to choose.
  const kinds = me.post?.role === 'rights' ? [] : ['read', 'event']
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
      </div>
      <AuditTabs here="audit" />
      {(account || subject) && (
        <p className="note-box">
          {t.narrowed} <AppLink to="/audit">{t.all}</AppLink>
        </p>
      )}
      <DataList
        queryKey={['audit', account ?? '', subject ?? '', range]}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof getAudit>>('/audit', { kind, org, account, subject, ...range, cursor }, signal)
        }
        columns={columns}
        rowKey={(row) => row.id}
        caption={t.list}
        filters={[
          ...(kinds.length > 0
            ? [
                {
                  key: 'kind',
                  label: t.kind,
                  value: kind,
                  onChange: setKind,
                  options: kinds.map((one) => ({ value: one, label: one === 'read' ? t.reads : t.events })),
                },
              ]
            : []),
          ...(below.length > 0
            ? [
                {
                  key: 'org',
                  label: t.org,
                  value: org,
                  onChange: setOrg,
                  options: below.map((one) => ({ value: String(one.code), label: one.name })),
                },
              ]
            : []),
        ]}
        actions={<DayRange range={range} today={me.today} onChange={setRange} />}
        empty={{ text: t.empty }}
      />
    </div>
  )
}
