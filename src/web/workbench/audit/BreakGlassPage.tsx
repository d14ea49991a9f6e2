import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listBreakGlass } from '../../../core/api/records.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet, apiSend } from '../../kit/api.ts'
import { DataList } from '../../kit/DataList.tsx'
import { momentText } from '../../kit/date-text.ts'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { auditTexts } from '../texts/audit.ts'
import { AuditTabs } from './AuditTabs.tsx'

type Requests = ResponseOf<typeof listBreakGlass>
type Request = Requests['items'][number]

/** R-PRI-08: one person asks, another agrees, and it ends by itself. */
export function BreakGlassPage() {
  const t = useTexts(auditTexts)
  const client = useQueryClient()
  const [asked, setAsked] = useState<Request | null>(null)
  usePageTitle(t.glassPageTitle)
  const stateOf = (request: Request) => {
    if (!request.expiresAt) return t.waiting
    return Date.parse(request.expiresAt) < Date.now() ? t.over : t.openUntil(momentText(request.expiresAt))
  }
  const recordOf = (request: Request) => {
    const words = request.number ?? t.subject(request.record.slice(-6))
    if (!request.programme) return words
    return <AppLink to={`/records/${request.programme}/${request.record}`}>{words}</AppLink>
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{t.glass}</h1>
      </div>
      <AuditTabs here="glass" />
      <p className="note-box">{t.glassNote}</p>
      <DataList
        queryKey={['break-glass']}
        fetchPage={async (_cursor, signal) => ({
          ...(await apiGet<Requests>('/break-glass', {}, signal)),
          next: null,
        })}
        caption={t.glass}
        rowKey={(request) => request.id}
        empty={{ text: t.glassEmpty }}
        columns={[
          { key: 'record', title: t.record, render: recordOf },
          { key: 'reason', title: t.reason, render: (request) => request.reason },
          { key: 'asked', title: t.askedAt, render: (request) => momentText(request.askedAt) },
          {
            key: 'state',
            title: t.state,
            render: (request) => (
              <span className="tags">
                {stateOf(request)}
                {request.mine && <span className="tag line">{t.mine}</span>}
                {request.mayApprove && (
                  <button type="button" className="btn sml" onClick={() => setAsked(request)}>
                    {t.approve}
                  </button>
                )}
              </span>
            ),
          },
        ]}
      />
      {asked && (
        <FormDialog
          title={t.approveTitle}
          submit={t.approve}
          onClose={() => setAsked(null)}
          send={async () => {
            await apiSend('POST', `/break-glass/${asked.id}/approve`)
            await client.invalidateQueries({ queryKey: ['break-glass'] })
          }}
        >
          <p className="form-row">{asked.reason}</p>
          <p className="form-row mut sm">{t.approveNote}</p>
        </FormDialog>
      )}
    </div>
  )
}
