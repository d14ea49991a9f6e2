import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apiUrl } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { Icon } from '../../../kit/Icon.tsx'
import { useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { groupDigits } from '../../../kit/number-text.ts'
import { Panel } from '../../../kit/Panel.tsx'
import { importsTexts } from '../../texts/imports.ts'
import { isOver, useImport } from './import-data.ts'

/** How far one import is, and what came of it. */
export function ImportProgress({ id }: { id: string }) {
  const t = useTexts(importsTexts)
  const client = useQueryClient()
  const { data, isPending, isError, error, refetch } = useImport(id)
  const over = data !== undefined && isOver(data)
  useEffect(() => {
    if (!over) return
    for (const key of ['imports', 'records', 'record', 'attendance', 'figures'])
      client.invalidateQueries({ queryKey: [key], refetchType: 'active', predicate: (q) => q.queryKey[1] !== 'one' })
  }, [over, client])
  if (isPending) return <LoadingBars rows={2} />
  if (isError) return <ErrorNote error={error} onAgain={() => refetch()} />
  const total = data.rowsTotal
  return (
    <Panel title={data.dryRun ? t.trying(data.label) : t.importing(data.label)} end={data.fileName}>
      <div className="import-now" role="status">
        <p>
          <b>{t.states(data.state)}</b>
          {total === null
            ? t.rowsSoFar(groupDigits(data.rowsDone))
            : t.rowsOf(groupDigits(data.rowsDone), groupDigits(total))}
        </p>
        <progress
          className="bar"
          aria-label={t.progress}
          value={over ? 1 : (total ?? 0) > 0 ? data.rowsDone / (total ?? 1) : undefined}
          max={1}
        />
        {over && (
          <p>
            {data.state !== 'done' && data.message}
            {data.state === 'done' && total === 0 && t.noRows}
            {data.state === 'done' && total !== 0 && t.came(data.dryRun, groupDigits(data.rowsDone - data.rowsWrong))}
            {data.rowsWrong > 0 && t.wrongRows(groupDigits(data.rowsWrong))}
          </p>
        )}
        {over && data.hasResult && (
          <a className="btn" href={apiUrl(`/imports/${data.id}/result`)} download>
            <Icon name="import" small />
            {t.returned}
          </a>
        )}
      </div>
    </Panel>
  )
}
