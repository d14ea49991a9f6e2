import type { ResponseOf } from '../../../../core/api/contract.ts'
import type { listImports } from '../../../../core/api/imports.ts'
import { apiGet, apiUrl } from '../../../kit/api.ts'
import { type Column, DataList } from '../../../kit/DataList.tsx'
import { momentText } from '../../../kit/date-text.ts'
import { useTexts } from '../../../kit/i18n.ts'
import { groupDigits } from '../../../kit/number-text.ts'
import { importsTexts } from '../../texts/imports.ts'
import { type ImportShape, isOver } from './import-data.ts'

/** My imports, newest first. */
export function ImportList({ onShow }: { onShow: (id: string) => void }) {
  const t = useTexts(importsTexts)
  const columns: Column<ImportShape>[] = [
    {
      key: 'file',
      title: t.fileColumn,
      render: (row) => (
        <button type="button" className="btn txt as-link" onClick={() => onShow(row.id)}>
          {row.fileName}
        </button>
      ),
    },
    { key: 'what', title: t.what, render: (row) => (row.dryRun ? t.trying(row.label) : row.label) },
    { key: 'state', title: t.stateColumn, render: (row) => <span className="state">{t.states(row.state)}</span> },
    {
      key: 'rows',
      title: t.rowsColumn,
      right: true,
      render: (row) =>
        isOver(row) ? groupDigits(row.rowsDone) : `${groupDigits(row.rowsDone)} / ${groupDigits(row.rowsTotal ?? 0)}`,
    },
    { key: 'wrong', title: t.wrongColumn, right: true, render: (row) => groupDigits(row.rowsWrong) },
    { key: 'at', title: t.atColumn, render: (row) => <span className="nowrap">{momentText(row.at)}</span> },
    {
      key: 'result',
      title: t.returnedColumn,
      render: (row) =>
        row.hasResult ? (
          <a href={apiUrl(`/imports/${row.id}/result`)} download aria-label={t.returnedOf(row.fileName)}>
            {t.fetchIt}
          </a>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <div className="import-list">
      <h2>{t.mine}</h2>
      <DataList<ImportShape>
        queryKey={['imports', 'list']}
        fetchPage={(cursor, signal) =>
          apiGet<ResponseOf<typeof listImports>>('/imports', { cursor, limit: 20 }, signal)
        }
        columns={columns}
        rowKey={(row) => row.id}
        caption={t.mine}
        empty={{ text: t.noneYet }}
      />
    </div>
  )
}
