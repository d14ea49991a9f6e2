import { useQuery } from '@tanstack/react-query'
import { AppLink } from '../../../kit/AppLink.tsx'
import { apiGet } from '../../../kit/api.ts'
import { ErrorNote } from '../../../kit/ErrorNote.tsx'
import { language, useTexts } from '../../../kit/i18n.ts'
import { LoadingBars } from '../../../kit/LoadingBars.tsx'
import { Panel } from '../../../kit/Panel.tsx'
import { useMe } from '../../data/session.ts'
import { partsTexts } from '../../texts/parts.ts'
import { recordPath } from '../data/records.ts'
import type { RecordsPage, RecordView } from '../data/shapes.ts'

/** Records that are followed by what hangs on them: an agreement by its commitments, a visit by what it led to. */
const wholes: ReadonlySet<string> = new Set([
  'cooperation-agreement',
  'northern-visit',
  'think-tank-expert',
  'association',
  'donor-tribute',
])
const shown = 8

/** The newest of each kind of record under this one, as far as this reader has that kind in her menu. */
export function Parts({ view }: { view: RecordView }) {
  const { menu } = useMe()
  const parts = useQuery({
    queryKey: ['parts-of', view.programme],
    queryFn: async () => (await import('./parts-of.ts')).partsOf(view.programme),
    enabled: wholes.has(view.programme),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (parts.data ?? [])
    .filter(({ id }) => menu.some((entry) => entry.programme === id))
    .map(({ id, label }) => <PartsOf key={id} programme={id} label={label} parent={view.id} />)
}

interface Of {
  readonly programme: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly parent: string
}

function PartsOf({ programme, label, parent }: Of) {
  const t = useTexts(partsTexts)
  const chosen = language.use()
  const query = useQuery({
    queryKey: ['records', programme, 'parent', parent],
    queryFn: ({ signal }) => apiGet<RecordsPage>(`/records/${programme}`, { parent, limit: shown }, signal),
  })
  const { items: rows = [], total = null } = query.data ?? {}
  return (
    <Panel
      tight
      title={label[chosen]}
      label={label[chosen]}
      end={<span className="mut sm">{total !== null && t.many(total)}</span>}
    >
      {query.isPending && <LoadingBars rows={2} />}
      {query.isError && <ErrorNote error={query.error} onAgain={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="empty">{t.none}</p>}
      {rows.length > 0 && (
        <ul className="see">
          {rows.map((row) => (
            <li key={row.id} className="stack">
              <AppLink to={recordPath(programme, row.id)}>{row.title}</AppLink>
              <span>{[row.stateLabel[chosen], row.onDate].join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      {total !== null && total > rows.length && <p className="mut sm">{t.newest(rows.length)}</p>}
    </Panel>
  )
}
