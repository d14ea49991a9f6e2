import type { CheckRow, listChecks } from '../../../core/api/checks.ts'
import type { ResponseOf } from '../../../core/api/contract.ts'
import { AppLink } from '../../kit/AppLink.tsx'
import { apiGet } from '../../kit/api.ts'
import { type Column, DataList } from '../../kit/DataList.tsx'
import { momentText } from '../../kit/date-text.ts'
import { useTexts } from '../../kit/i18n.ts'
import { groupDigits } from '../../kit/number-text.ts'
import { useMe } from '../data/session.ts'
import { usePageTitle } from '../page-title.ts'
import { checksTexts } from '../texts/checks.ts'
import { NewCheck } from './NewCheck.tsx'

/** 数检: a draft is checked before it is published. */
export function ChecksPage() {
  const t = useTexts(checksTexts)
  const { post } = useMe()
  usePageTitle(t.pageTitle)
  const columns: readonly Column<CheckRow>[] = [
    {
      key: 'name',
      title: t.name,
      render: (row) => (
        <span className="row-title">
          <AppLink to={`/checks/${row.id}`}>{row.name}</AppLink>
        </span>
      ),
    },
    { key: 'numbers', title: t.numbers, right: true, render: (row) => groupDigits(row.numbers) },
    { key: 'findings', title: t.findings, right: true, render: (row) => groupDigits(row.findings) },
    { key: 'answered', title: t.answered, right: true, render: (row) => groupDigits(row.answered) },
    { key: 'at', title: t.at, render: (row) => <span className="nowrap">{momentText(row.at)}</span> },
  ]
  return (
    <div className="page">
      <div className="head">
        <h1>{t.title}</h1>
        <div className="act">
          <AppLink className="btn" to="/statements">
            {t.toStatements}
          </AppLink>
        </div>
      </div>
      <p className="mut">{t.note}</p>
      {post?.role !== 'auditor' && <NewCheck />}
      <DataList
        queryKey={['checks', 'list']}
        fetchPage={(cursor, signal) => apiGet<ResponseOf<typeof listChecks>>('/checks', { cursor, limit: 20 }, signal)}
        columns={columns}
        rowKey={(row) => row.id}
        caption={t.mine}
        empty={{ text: t.noneYet }}
      />
    </div>
  )
}
