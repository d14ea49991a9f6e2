import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/contract.ts'
import type { listStatements, StatementShape } from '../../../core/api/statements.ts'
import { apiGet, apiSend } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { FieldRow } from '../../kit/form/FieldRow.tsx'
import { FormDialog } from '../../kit/form/FormDialog.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { GradeMark } from '../../kit/GradeMark.tsx'
import { useTexts } from '../../kit/i18n.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { checksTexts } from '../texts/checks.ts'
import { statementsTexts } from '../texts/statements.ts'
import { DecideDialog, RegisterDialog } from './StatementDialogs.tsx'
import { StatementState } from './StatementState.tsx'

const boundWords = { '=': '', '>=': '≥ ', '<=': '≤ ', '~': '≈ ' } as const

/** Every published number: what, how much, of when, from where. */
export function StatementsPage() {
  const t = useTexts(checksTexts)
  const { post } = useMe()
  const [q, setQ] = useState('')
  const s = useTexts(statementsTexts)
  const [taking, setTaking] = useState(false)
  const [registering, setRegistering] = useState(false)
  const [deciding, setDeciding] = useState<{ row: StatementShape; approve: boolean } | null>(null)
  usePageTitle(t.statementsPage)
  const take = ['chair', 'statistician', 'publicity'].includes(post?.role ?? '') ? (
    <>
      <button type="button" className="btn" onClick={() => setTaking(true)}>
        {t.takeOver}
      </button>
      <button type="button" className="btn pri" onClick={() => setRegistering(true)}>
        {s.register}
      </button>
    </>
  ) : undefined
  const columns: readonly Column<StatementShape>[] = [
    { key: 'code', title: t.code, render: (row) => row.code },
    {
      key: 'what',
      title: t.what,
      render: (row) => (
        <span className="tags" lang="zh">
          <b>{row.title}</b>
          {row.demo && <span className="tag line">{t.demo}</span>}
        </span>
      ),
    },
    {
      key: 'value',
      title: t.value,
      right: true,
      render: (row) => (
        <span className="nowrap" lang="zh">
          {boundWords[row.bound]}
          {row.value.toLocaleString('en')} <span className="mut">{row.unitLabel}</span>
        </span>
      ),
    },
    {
      key: 'period',
      title: t.period,
      render: (row) =>
        row.period ? <span lang="zh">{row.period}</span> : <span className="mut">{t.periodUnsaid}</span>,
    },
    {
      key: 'state',
      title: s.state,
      render: (row) => <StatementState row={row} onDecide={(approve) => setDeciding({ row, approve })} />,
    },
    { key: 'grade', title: t.grade, render: (row) => <GradeMark grade={row.grade} /> },
    {
      key: 'source',
      title: t.source,
      render: (row) => (
        <span lang="zh">
          {row.source}
          <br />
          <span className="mut">“{row.quote}”</span>
          {row.differs && <div className="mut">{s.differs(row.differs.code, row.differs.because)}</div>}
        </span>
      ),
    },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.statements}</h1>
        <div className="act">{take}</div>
      </div>
      <p className="mut">{t.statementsNote}</p>
      <DataList
        queryKey={['statements', 'list']}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof listStatements>>('/statements', { q, cursor, limit: 50 }, signal)
        }
        columns={columns}
        rowKey={(row) => row.id}
        caption={t.statements}
        search={{ value: q, hint: t.search, onChange: setQ }}
        empty={{ text: t.noStatements, action: take }}
      />
      {taking && <TakeOverDialog onClose={() => setTaking(false)} />}
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
      {deciding && (
        <DecideDialog statement={deciding.row} approve={deciding.approve} onClose={() => setDeciding(null)} />
      )}
    </div>
  )
}

function TakeOverDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(checksTexts)
  const client = useQueryClient()
  return (
    <FormDialog
      title={t.takeOver}
      submit={t.takeOverSend}
      onClose={onClose}
      send={async (values) => {
        await apiSend('POST', '/statements/import', values.data)
        await client.invalidateQueries({ queryKey: ['statements'] })
      }}
    >
      <p className="mut">{t.takeOverNote}</p>
      <TextField name="source" label={t.takeOverSource} required minLength={2} maxLength={120} />
      <FieldRow name="file" label={t.sheet} required>
        {(given) => <input type="file" name="file" accept=".csv" required {...given} />}
      </FieldRow>
    </FormDialog>
  )
}
