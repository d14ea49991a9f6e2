import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { FundTransfer, listTransfers } from '../../../core/api/funds.ts'
import { givers, transferKinds } from '../../../core/fund-words.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { language, useTexts } from '../../kit/i18n.ts'
import { usePageTitle } from '../page-title.ts'
import { fundsTexts } from '../texts/funds.ts'
import { FundTabs } from './FundTabs.tsx'
import { useMoneyChange } from './fund-data.ts'
import { yuanExact } from './yuan.ts'

type Step = FundTransfer['abilities'][number]
interface Asked {
  readonly row: FundTransfer
  readonly step: Step
}

/** Orders of both sides: what waits for a second person, for the other side, and what is booked. */
export function TransfersPage() {
  const t = useTexts(fundsTexts)
  const [asked, setAsked] = useState<Asked | null>(null)
  usePageTitle(`${t.transfers} · ${t.pageTitle}`)
  return (
    <div className="page">
      <div className="head">
        <h1>{t.transfers}</h1>
      </div>
      <FundTabs here="/transfers" />
      <DataList<FundTransfer>
        queryKey={['transfers', 'list']}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof listTransfers>>('/transfers', { cursor, limit: 50 }, signal)
        }
        columns={useColumns((row, step) => setAsked({ row, step }))}
        rowKey={(row) => row.id}
        caption={t.transfers}
        empty={{ text: t.noTransfers }}
      />
      {asked && <DecideDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function useColumns(onStep: (row: FundTransfer, step: Step) => void): readonly Column<FundTransfer>[] {
  const t = useTexts(fundsTexts)
  const chosen = language.use()
  return [
    { key: 'on', title: t.on, render: (row) => <span className="nowrap">{row.on}</span> },
    { key: 'kind', title: t.kind, render: (row) => transferKinds[row.kind][chosen] },
    {
      key: 'fund',
      title: t.fund,
      render: (row) => (
        <span className="tags">
          <AppLink to={`/funds/${row.fund.id}`}>{row.fund.name}</AppLink>
          <span className="mut sm">{row.org.name}</span>
          {row.toFund && (
            <span className="sm">
              → {row.toFund.name} <span className="mut">{row.toOrg?.name}</span>
            </span>
          )}
          {row.giver && <span className="mut sm">← {givers[row.giver][chosen]}</span>}
        </span>
      ),
    },
    { key: 'purpose', title: t.purpose, render: (row) => row.purpose },
    { key: 'fen', title: `${t.amount}（${t.yuan}）`, right: true, render: (row) => yuanExact(row.fen) },
    {
      key: 'state',
      title: t.state,
      render: (row) => (
        <span className="tags">
          <span className="state">
            {row.state === 'approved' && row.kind !== 'transfer' ? t.booked : t.transferState(row.state)}
          </span>
          <span className="mut sm">{t.by(row.preparedBy, row.approvedBy)}</span>
          {row.abilities.map((step) => (
            <button key={step} type="button" className="btn sml" onClick={() => onStep(row, step)}>
              {t[step]}
            </button>
          ))}
        </span>
      ),
    },
  ]
}

function DecideDialog({ row, step, onClose }: Asked & { onClose: () => void }) {
  const t = useTexts(fundsTexts)
  const change = useMoneyChange()
  const approving = row.kind === 'transfer' ? t.approveTransferNote : t.approveNote
  return (
    <FormDialog
      title={`${t[step]} · ${row.purpose} · ${yuanExact(row.fen)} ${t.yuan}`}
      submit={t[step]}
      grave={step === 'cancel'}
      onClose={onClose}
      send={(values) => change(`/transfers/${row.id}/${step}`, { reason: values.optional('reason') ?? undefined })}
    >
      {step === 'cancel' ? (
        <TextField name="reason" label={t.reason} required minLength={2} maxLength={200} />
      ) : (
        <p className="form-row mut">{step === 'approve' ? approving : t.receiveNote}</p>
      )}
    </FormDialog>
  )
}
